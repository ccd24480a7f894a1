package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The minimal SQL for a full batch of {@link UpdateRequests}: look-ups, locks, the changed rows in statements for all
 * tickets together, notes, inbox, one commit.
 */
final class BareUpdates implements ParallelConnections.Work {
    static final int SIZE = 500;
    private static final String OUTCOME = "{\"state\":\"applied\",\"number\":\"123456\"}";

    private final Connection connection;
    private final String prefix;
    private final List<String> numbers;

    BareUpdates(Connection connection, List<String> numbers) throws SQLException {
        this.connection = connection;
        this.prefix = TicketTables.prefix(connection);
        this.numbers = numbers;
        connection.setAutoCommit(false);
    }

    private record Row(long ticket, long thread, long form, long field) {}

    @Override
    public int once() throws SQLException {
        List<String> commands =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(SIZE).toList();
        keys("SELECT id, fingerprint, outcome FROM ticketwire_command WHERE id IN ", commands, "");
        TicketTables.column(connection, "SELECT NOW()");
        Savepoint savepoint = connection.setSavepoint();
        List<Long> tickets = find(someNumbers());
        keys("SELECT ticket_id FROM " + prefix + "ticket WHERE ticket_id IN ", tickets, " FOR UPDATE");
        write(rows(tickets));
        connection.releaseSavepoint(savepoint);
        remember(commands, tickets);
        connection.commit();
        return tickets.size();
    }

    private List<String> someNumbers() {
        return ThreadLocalRandom.current()
                .ints(2L * SIZE, 0, numbers.size())
                .distinct()
                .limit(SIZE)
                .mapToObj(numbers::get)
                .toList();
    }

    private List<Long> find(List<String> some) throws SQLException {
        String sql = "SELECT t.ticket_id, t.number FROM " + prefix + "ticket t JOIN " + prefix
                + "ticket_status s ON s.id = t.status_id WHERE t.number IN ";
        return keys(sql, some, " ORDER BY t.ticket_id");
    }

    /** The rows of the tickets' priorities and threads. */
    private List<Row> rows(List<Long> tickets) throws SQLException {
        String sql = "SELECT e.object_id, h.id, e.id, v.field_id FROM " + prefix + "form_entry e JOIN " + prefix
                + "form_entry_values v ON v.entry_id = e.id JOIN " + prefix + "form_field f ON f.id = v.field_id AND"
                + " f.name = 'priority' JOIN " + prefix
                + "thread h ON h.object_type = 'T' AND h.object_id = e.object_id"
                + " WHERE e.object_type = 'T' AND e.object_id IN ";
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql + marks("?", tickets.size(), "(", ")"))) {
            bind(statement, tickets);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return rows;
    }

    private void write(List<Row> rows) throws SQLException {
        List<Object> tickets = values(rows, row -> Stream.of(row.ticket));
        String update = "UPDATE " + prefix + "ticket SET updated = NOW(), lastupdate = NOW() WHERE ticket_id IN ";
        change(update + marks("?", tickets.size(), "(", ")"), tickets);
        insert(
                "form_entry_values (entry_id, field_id, value, value_id)",
                "(?,?,'High',3)",
                " ON DUPLICATE KEY UPDATE value = VALUES(value), value_id = VALUES(value_id)",
                values(rows, row -> Stream.of(row.form, row.field)));
        insert(
                "ticket__cdata (ticket_id, priority)",
                "(?,?)",
                " ON DUPLICATE KEY UPDATE priority = VALUES(priority)",
                values(rows, row -> Stream.of(row.ticket, priority())));
        insert(
                "thread_entry (pid, thread_id, staff_id, user_id, type, flags, poster, source, title, body, format,"
                        + " ip_address, recipients, created, updated)",
                "(0,?,0,0,'N',192,'API','','API Update',?,'text','127.0.0.1',NULL,NOW(),'0000-00-00 00:00:00')",
                "",
                values(rows, row -> Stream.of(row.thread, SampleText.of(UpdateRequests.NOTE_LENGTH))));
    }

    private static int priority() {
        return ThreadLocalRandom.current().nextInt(1, 5);
    }

    private static List<Object> values(List<Row> rows, Function<Row, Stream<Object>> ofRow) {
        return rows.stream().flatMap(ofRow).toList();
    }

    private void remember(List<String> commands, List<Long> tickets) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            values.addAll(List.of(commands.get(i), tickets.get(i), "0".repeat(64), OUTCOME));
        }
        String row = "(?,'ticket.update.v1',1,?,?,'applied',?,NOW(3))";
        change(
                "INSERT INTO ticketwire_command"
                        + " (id, kind, api_key_id, ticket_id, fingerprint, state, outcome, applied_at) VALUES "
                        + marks(row, tickets.size(), "", ""),
                values);
    }

    /** @param row its parameters in the order of {@code values} */
    private void insert(String tableAndColumns, String row, String tail, List<Object> values) throws SQLException {
        long parameters = row.chars().filter(c -> c == '?').count();
        String rows = marks(row, values.size() / (int) parameters, "", "");
        change("INSERT INTO " + prefix + tableAndColumns + " VALUES " + rows + tail, values);
    }

    /** @return the first column, a number */
    private List<Long> keys(String sql, Collection<?> keys, String tail) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql + marks("?", keys.size(), "(", ")") + tail)) {
            bind(statement, keys);
            List<Long> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        }
    }

    private void change(String sql, Collection<?> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
        int i = 0;
        for (Object value : values) {
            statement.setObject(++i, value);
        }
    }

    private static String marks(String one, int count, String before, String after) {
        return before + String.join(",", Collections.nCopies(count, one)) + after;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
