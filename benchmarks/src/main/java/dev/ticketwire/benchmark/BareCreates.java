package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The SQL that the command service sends for a full batch of creates, by bare JDBC: the same look-ups, tables and
 * multi-row inserts, one commit. The rows are copies of a ticket that the service has just written, with new ids,
 * numbers, addresses and texts, so complete tickets are written.
 */
final class BareCreates implements ParallelConnections.Work {
    static final int SIZE = 500;

    private final Connection connection;
    private final SampleTicket sample;
    private final BareRequesters requesters;
    private final BareLookUp lookUp;

    BareCreates(Connection connection, SampleTicket sample, SampleRequester.Crowd crowd) throws SQLException {
        this.connection = connection;
        this.sample = sample;
        this.requesters = new BareRequesters(connection, sample, crowd);
        this.lookUp = new BareLookUp(connection);
        connection.setAutoCommit(false);
    }

    @Override
    public int once() throws SQLException {
        List<String> commands = fresh(() -> UUID.randomUUID().toString());
        lookUp.pairs("SELECT id, fingerprint, outcome FROM ticketwire_command WHERE id IN ", commands, "");
        TicketTables.column(connection, "SELECT NOW()");
        Savepoint savepoint = connection.setSavepoint();
        long[] users = requesters.findOrCreate(SIZE);
        List<String> numbers = numbers();
        long[] tickets = writeTickets(numbers, users);
        writeTicketRows(users, tickets);
        connection.releaseSavepoint(savepoint);
        sample.commands.write(connection, SIZE, SampleRows.changing((owner, column) -> switch (column) {
            case "id" -> commands.get(owner);
            case "ticket_id" -> tickets[owner];
            case "ticket_number" -> numbers.get(owner);
            default -> null;
        }));
        connection.commit();
        return SIZE;
    }

    private List<String> numbers() throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<String> numbers = fresh(() -> Integer.toString(random.nextInt(100_000_000, 1_000_000_000)));
        lookUp.pairs("SELECT DISTINCT number FROM " + sample.prefix + "ticket WHERE number IN ", numbers, "");
        return numbers;
    }

    private long[] writeTickets(List<String> numbers, long[] users) throws SQLException {
        long[] tickets = sample.tickets.write(connection, SIZE, SampleRows.changing((owner, column) -> switch (column) {
            case "number" -> numbers.get(owner);
            case "user_id" -> users[owner];
            default -> null;
        }));
        String sql = "SELECT number, ticket_id FROM " + sample.prefix + "ticket WHERE number IN ";
        lookUp.pairs(sql, numbers, " FOR UPDATE");
        return tickets;
    }

    private void writeTicketRows(long[] users, long[] tickets) throws SQLException {
        long[] threads = sample.threads.write(connection, SIZE, SampleRows.owning("object_id", tickets));
        long[] forms = sample.forms.write(connection, SIZE, SampleRows.owning("object_id", tickets));
        sample.answers.write(connection, SIZE, sample.forms.answering(forms));
        sample.data.write(connection, SIZE, SampleRows.owning("ticket_id", tickets));
        sample.events.write(connection, SIZE, (owner, row, column) -> switch (column) {
            case "thread_id" -> threads[owner];
            case "uid" -> row.get(column) == null ? null : users[owner];
            default -> row.get(column);
        });
        writeEntries(users, tickets, threads);
    }

    private void writeEntries(long[] users, long[] tickets, long[] threads) throws SQLException {
        List<String> texts = fresh(() -> SampleText.of(CreateRequests.MESSAGE_LENGTH));
        long[] entries = sample.entries.write(connection, SIZE, SampleRows.changing((owner, column) -> switch (column) {
            case "thread_id" -> threads[owner];
            case "user_id" -> users[owner];
            case "body" -> texts.get(owner);
            default -> null;
        }));
        sample.search.write(connection, SIZE, (owner, row, column) -> {
            boolean isTicket = "T".equals(row.get("object_type"));
            return switch (column) {
                case "object_id" -> isTicket ? tickets[owner] : entries[owner * sample.entries.size()];
                case "content" -> isTicket ? row.get(column) : texts.get(owner);
                default -> row.get(column);
            };
        });
    }

    private static List<String> fresh(Supplier<String> value) {
        return Stream.generate(value).limit(SIZE).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
