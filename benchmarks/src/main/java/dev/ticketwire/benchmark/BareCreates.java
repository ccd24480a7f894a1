package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the command service sends for a full batch of creates, and nothing else: the same look-ups, the same tables, the
 * same multi-row inserts, one commit. The rows are those of a ticket that the service has just written, with ids,
 * numbers, addresses and texts of their own; what is written are whole tickets.
 */
final class BareCreates implements ParallelConnections.Work {
    static final int SIZE = 500;

    private final Connection connection;
    private final SampleTicket sample;
    private final Requester.Crowd crowd;

    BareCreates(Connection connection, SampleTicket sample, Requester.Crowd crowd) throws SQLException {
        this.connection = connection;
        this.sample = sample;
        this.crowd = crowd;
        connection.setAutoCommit(false);
    }

    @Override
    public int once() throws SQLException {
        List<String> commands = fresh(() -> UUID.randomUUID().toString());
        query("SELECT id, fingerprint, outcome FROM ticketwire_command WHERE id IN ", commands, "");
        TicketTables.column(connection, "SELECT NOW()");
        Savepoint savepoint = connection.setSavepoint();
        long[] users = requesters();
        List<String> numbers =
                fresh(() -> Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000)));
        query("SELECT DISTINCT number FROM " + sample.prefix + "ticket WHERE number IN ", numbers, "");
        long[] tickets = sample.tickets.write(connection, SIZE, changing((owner, column) -> switch (column) {
            case "number" -> numbers.get(owner);
            case "user_id" -> users[owner];
            default -> null;
        }));
        query("SELECT number, ticket_id FROM " + sample.prefix + "ticket WHERE number IN ", numbers, " FOR UPDATE");
        writeTicketRows(users, tickets);
        connection.releaseSavepoint(savepoint);
        sample.commands.write(connection, SIZE, changing((owner, column) -> switch (column) {
            case "id" -> commands.get(owner);
            case "ticket_id" -> tickets[owner];
            case "ticket_number" -> numbers.get(owner);
            default -> null;
        }));
        connection.commit();
        return SIZE;
    }

    private void writeTicketRows(long[] users, long[] tickets) throws SQLException {
        long[] threads = sample.threads.write(connection, SIZE, owning("object_id", tickets));
        long[] forms = sample.forms.write(connection, SIZE, owning("object_id", tickets));
        sample.answers.write(connection, SIZE, answering(sample.forms, forms));
        sample.data.write(connection, SIZE, owning("ticket_id", tickets));
        sample.events.write(connection, SIZE, (owner, row, column) -> switch (column) {
            case "thread_id" -> threads[owner];
            case "uid" -> row.get(column) == null ? null : users[owner];
            default -> row.get(column);
        });
        List<String> texts = fresh(() -> SampleText.of(CreateRequests.MESSAGE_LENGTH));
        long[] entries = sample.entries.write(connection, SIZE, changing((owner, column) -> switch (column) {
            case "thread_id" -> threads[owner];
            case "user_id" -> users[owner];
            case "body" -> texts.get(owner);
            default -> null;
        }));
        sample.search.write(connection, SIZE, (owner, row, column) -> switch (column) {
            case "object_id" ->
                "T".equals(row.get("object_type")) ? tickets[owner] : entries[owner * sample.entries.size()];
            case "content" -> "T".equals(row.get("object_type")) ? row.get(column) : texts.get(owner);
            default -> row.get(column);
        });
    }

    /** The users of a wave, known or made. */
    private long[] requesters() throws SQLException {
        Map<String, Requester> wanted = new LinkedHashMap<>();
        String[] addresses = new String[SIZE];
        for (int i = 0; i < SIZE; i++) {
            Requester requester = crowd.next();
            wanted.put(requester.email(), requester);
            addresses[i] = requester.email();
        }
        Map<String, Long> ids = known(wanted.keySet());
        TicketTables.column(
                connection,
                "SELECT o.id, o.manager, o.status, o.domain FROM " + sample.prefix
                        + "organization o WHERE o.domain <> '' ORDER BY o.id");
        List<Requester> newcomers = wanted.values().stream()
                .filter(requester -> !ids.containsKey(requester.email()))
                .toList();
        if (!newcomers.isEmpty()) {
            write(newcomers, ids);
        }
        return IntStream.range(0, SIZE)
                .mapToLong(i -> java.util.Objects.requireNonNull(ids.get(addresses[i])))
                .toArray();
    }

    private Map<String, Long> known(Collection<String> addresses) throws SQLException {
        String sql = "SELECT e.address, u.id, u.name, u.org_id, NOT EXISTS (SELECT 1 FROM " + sample.prefix
                + "form_entry f WHERE f.object_type = 'U' AND f.object_id = u.id) FROM " + sample.prefix
                + "user_email e JOIN " + sample.prefix + "user u ON u.id = e.user_id WHERE e.address IN ";
        Map<String, Long> ids = new LinkedHashMap<>();
        query(sql, addresses, "").forEach(row -> ids.put(row[0], Long.parseLong(row[1])));
        return ids;
    }

    private void write(List<Requester> newcomers, Map<String, Long> ids) throws SQLException {
        int count = newcomers.size();
        long[] emails = sample.emails.write(connection, count, changing((owner, column) -> switch (column) {
            case "user_id" -> 0;
            case "address" -> newcomers.get(owner).email();
            default -> null;
        }));
        long[] users = sample.users.write(connection, count, changing((owner, column) -> switch (column) {
            case "default_email_id" -> emails[owner];
            case "name" -> newcomers.get(owner).name();
            default -> null;
        }));
        own(emails);
        long[] forms = sample.userForms.write(connection, count, owning("object_id", users));
        sample.userAnswers.write(connection, count, answering(sample.userForms, forms));
        sample.userData.write(connection, count, owning("user_id", users));
        sample.userSearch.write(connection, count, changing((owner, column) -> switch (column) {
            case "object_id" -> users[owner];
            case "content" -> newcomers.get(owner).email();
            default -> null;
        }));
        for (int i = 0; i < count; i++) {
            ids.put(newcomers.get(i).email(), users[i]);
        }
    }

    private void own(long[] emails) throws SQLException {
        String sql = "UPDATE " + sample.prefix + "user_email e FORCE INDEX (PRIMARY) STRAIGHT_JOIN " + sample.prefix
                + "user u ON u.default_email_id = e.id SET e.user_id = u.id WHERE e.id IN ";
        try (PreparedStatement statement = connection.prepareStatement(sql + marks(emails.length))) {
            for (int i = 0; i < emails.length; i++) {
                statement.setLong(i + 1, emails[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Runs a look-up and reads all of it: its first two columns, where it has two. */
    private List<String[]> query(String sql, Collection<String> in, String tail) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + marks(in.size()) + tail)) {
            int i = 0;
            for (String value : in) {
                statement.setString(++i, value);
            }
            List<String[]> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                boolean isPair = row.getMetaData().getColumnCount() > 1;
                while (row.next()) {
                    found.add(new String[] {row.getString(1), isPair ? row.getString(2) : ""});
                }
            }
            return found;
        }
    }

    private static String marks(int count) {
        return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }

    private static List<String> fresh(java.util.function.Supplier<String> value) {
        return java.util.stream.Stream.generate(value).limit(SIZE).toList();
    }

    private static SampleRows.Copy owning(String key, long[] ids) {
        return (owner, row, column) -> column.equals(key) ? (Object) ids[owner] : row.get(column);
    }

    /** Answers belong to the copy of the form entry that they belonged to. */
    private static SampleRows.Copy answering(SampleRows forms, long[] ids) {
        return (owner, row, column) -> column.equals("entry_id")
                ? (Object) ids[owner * forms.size() + forms.indexOf("id", row.get(column))]
                : row.get(column);
    }

    /** A column's own value for an owner; null: as in the sample. */
    @FunctionalInterface
    private interface Change {
        @Nullable
        Object value(int owner, String column);
    }

    private static SampleRows.Copy changing(Change change) {
        return (owner, row, column) -> {
            Object value = change.value(owner, column);
            return value == null ? row.get(column) : value;
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
