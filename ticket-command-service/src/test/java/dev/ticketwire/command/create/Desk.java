package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.outcome.Refusal;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The help desk of a test, seen from inside one transaction. */
final class Desk implements AutoCloseable {
    private final OpenTickets handler;
    private final Connection connection;
    private final Reference reference;
    private final LocalDateTime now;

    Desk(OpenTickets handler, Connection connection, Reference reference) throws SQLException {
        this.handler = handler;
        this.connection = connection;
        this.reference = reference;
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("SELECT NOW()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            now = row.getObject(1, LocalDateTime.class);
        }
    }

    List<Result> apply(Wish... wishes) throws SQLException {
        List<Received<OpenTicket>> commands = Arrays.stream(wishes)
                .map(wish -> new Received<>("command", 1, wish.command()))
                .toList();
        return handler.apply(new Wave<>(connection, reference, now, commands));
    }

    Result.Applied open(Wish wish) throws SQLException {
        Result result = apply(wish).getFirst();
        assertThat(result).isInstanceOf(Result.Applied.class);
        return (Result.Applied) result;
    }

    Refusal refused(Wish wish) throws SQLException {
        Result result = apply(wish).getFirst();
        assertThat(result).isInstanceOf(Result.Rejected.class);
        return ((Result.Rejected) result).refusal();
    }

    static long id(Result result) {
        return ((Result.Applied) result).ticketId();
    }

    static String number(Result result) {
        return ((Result.Applied) result).number();
    }

    /** Of the tickets that were opened, in their order. */
    List<String> subjects(List<Result> results) throws SQLException {
        List<String> subjects = new ArrayList<>();
        for (Result result : results) {
            if (result instanceof Result.Applied applied) {
                subjects.addAll(column("SELECT subject FROM {ticket__cdata} WHERE ticket_id = ?", applied.ticketId()));
            }
        }
        return subjects;
    }

    /** {@code name data:kind of actor}, in order. */
    List<String> history(long ticket) throws SQLException {
        return column(
                "SELECT CONCAT(CONCAT_WS(' ', v.name, e.data), ':', e.uid_type) FROM {thread_event} e"
                        + " JOIN {event} v ON v.id = e.event_id JOIN {thread} h ON h.id = e.thread_id"
                        + " WHERE h.object_type = 'T' AND h.object_id = ? ORDER BY e.id",
                ticket);
    }

    long statementsFor(Wish... wishes) throws SQLException {
        long before = questions();
        apply(wishes);
        return questions() - before;
    }

    private long questions() throws SQLException {
        return Long.parseLong(column("SELECT variable_value FROM information_schema.session_status"
                        + " WHERE variable_name = 'QUESTIONS'")
                .getFirst());
    }

    void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql))) {
            statement.executeUpdate();
        }
    }

    /** The first column as text. */
    List<String> column(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    /** The only row; numbers as Long, everything else as text. */
    Map<String, Object> row(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).as("a row").isTrue();
            Map<String, Object> row = new HashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                Object value = rows.getObject(i);
                row.put(
                        rows.getMetaData().getColumnLabel(i),
                        value instanceof Number number
                                ? number.longValue()
                                : value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : rows.getString(i));
            }
            assertThat(rows.next()).as("another row").isFalse();
            return row;
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql));
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
