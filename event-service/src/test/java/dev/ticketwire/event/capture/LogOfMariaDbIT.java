package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.LogPosition;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.LogReplay.Commit;
import dev.ticketwire.event.capture.MemoryHelpDesk.RowInCommit;
import dev.ticketwire.event.feed.FeedDesk;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The same scripts on a real server and in memory give the same events. */
@QuarkusTest
@QuarkusTestResource(FeedDesk.class)
@NullUnmarked // rows: any column may be null
class LogOfMariaDbIT {
    private static final long FIRST_ROW = 7000;

    @Inject
    Binlog binlog;

    @Inject
    EventAssemblers assemblers;

    @Inject
    ReferenceSnapshot snapshot;

    /** A transaction that was read, and the place behind it. */
    private record Read(Transaction transaction, LogPlace after) {}

    @Test
    void ticketsLivesAreToldAsInMemory() throws Exception {
        snapshot.refresh();
        MemoryHelpDesk memory = DemoDesk.create().with(snapshot.current());
        List<Commit> commits = lives(new PhpDesk(memory, FIRST_ROW));
        List<String> expected = lines(LogReplay.live(memory.copy(), commits));

        List<Read> log = onServer(commits);

        assertThat(perTicket(lines(readAlong(log)))).isEqualTo(perTicket(expected));
        assertThat(perTicket(lines(stopping(log)))).isEqualTo(perTicket(expected));
    }

    /** Everything that PHP and the API do to tickets, one after the other. */
    private static List<Commit> lives(PhpDesk desk) {
        long parent = desk.open("780001", DemoDesk.ALICE, "Printer on fire");
        long child = desk.after(Duration.ofSeconds(30)).open("780002", DemoDesk.CLAIRE, "Smoke");
        pause(desk).reply(parent, "On our way.");
        pause(desk).message(parent, "Hurry!");
        long note = pause(desk).entry(parent, "N", DemoDesk.BOB, 0, "Bring water.");
        pause(desk).edit(parent, note, "Bring sand.");
        pause(desk).editSubject(parent, "Printer was on fire");
        pause(desk).transfer(parent, DemoDesk.SALES);
        pause(desk).link(child, parent);
        pause(desk).unlink(child, parent);
        pause(desk).close(parent);
        pause(desk).reopen(parent);
        pause(desk).transaction(() -> {
            desk.ticket(parent, "sla_id", 2L);
            desk.ticket(child, "ticket_pid", parent);
            desk.inbox("aaaaaaaa-0000-4000-8000-000000000001", parent);
            desk.inbox("aaaaaaaa-0000-4000-8000-000000000002", child);
            desk.ticket(parent, "sla_id", 1L);
            desk.inbox("aaaaaaaa-0000-4000-8000-000000000003", parent);
        });
        pause(desk).refer(child, "D", DemoDesk.SALES);
        desk.byBob(child, "referred");
        pause(desk).delete(child);
        return desk.commits();
    }

    private static PhpDesk pause(PhpDesk desk) {
        return desk.after(Duration.ofSeconds(30));
    }

    private List<Read> onServer(List<Commit> commits) throws Exception {
        List<Read> log = java.util.Collections.synchronizedList(new ArrayList<>());
        try (CaptureLog reading = binlog.log(EventAssemblers.tables())) {
            LogPlace start = reading.now();
            Thread reader = Thread.ofPlatform().start(() -> read(reading, start, log));
            for (Commit commit : commits) {
                commit(commit.rows());
            }
            LogPosition end = reading.end();
            await().until(() -> reading.hasRead(end));
            reading.stop();
            reader.join();
            return atScriptsTimes(start, log, commits);
        }
    }

    /** What is committed within a second shall look as if it took as long as the script says. */
    private static List<Read> atScriptsTimes(LogPlace start, List<Read> log, List<Commit> commits) {
        List<Read> read = new ArrayList<>();
        read.add(new Read(new Transaction("", Instant.EPOCH, List.of()), start));
        log.removeIf(one -> one.transaction.rows().isEmpty());
        assertThat(log).hasSameSizeAs(commits);
        for (int i = 0; i < commits.size(); i++) {
            Transaction transaction = log.get(i).transaction;
            Instant second = Instant.ofEpochSecond(commits.get(i).at().getEpochSecond());
            read.add(new Read(new Transaction(transaction.gtid(), second, transaction.rows()), log.get(i).after));
        }
        return read;
    }

    private static void read(CaptureLog reading, LogPlace start, List<Read> log) {
        try {
            reading.read(start, (transaction, after) -> log.add(new Read(transaction, after)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads with the times of the script, after everything is committed. */
    private List<TicketEvent> readAlong(List<Read> log) throws SQLException {
        EventAssembler assembler = assemblers.create();
        assembler.resume(new Checkpoint(log.getFirst().after, 0, Map.of()));
        return readOn(assembler, log, 0, Integer.MAX_VALUE);
    }

    /** A reader that stops at a random place again and again. */
    private List<TicketEvent> stopping(List<Read> log) throws SQLException {
        Random random = new Random(5);
        List<TicketEvent> events = new ArrayList<>();
        Checkpoint checkpoint = new Checkpoint(log.getFirst().after, 0, Map.of());
        for (int stop = 0; stop < log.size(); stop += 1 + random.nextInt(9)) {
            EventAssembler assembler = assemblers.create();
            assembler.resume(checkpoint);
            events.addAll(readOn(assembler, log, checkpoint.ordinal(), stop));
            checkpoint = assembler.checkpoint();
        }
        EventAssembler assembler = assemblers.create();
        assembler.resume(checkpoint);
        events.addAll(readOn(assembler, log, checkpoint.ordinal(), Integer.MAX_VALUE));
        return events;
    }

    private static List<TicketEvent> readOn(EventAssembler assembler, List<Read> log, long from, int to)
            throws SQLException {
        List<TicketEvent> events = new ArrayList<>();
        for (int i = (int) from + 1; i < Math.min(to, log.size()); i++) {
            Instant second = log.get(i).transaction.time();
            events.addAll(assembler.close(second, log.get(i - 1).after));
            assembler.read(log.get(i).transaction, log.get(i).after, second);
            events.addAll(assembler.close(second, log.get(i).after));
        }
        if (to >= log.size()) {
            Instant late = log.getLast().transaction.time().plusSeconds(60);
            events.addAll(assembler.close(late, log.getLast().after));
            events.addAll(assembler.close(late, log.getLast().after));
        }
        return events;
    }

    private static void commit(List<RowInCommit> rows) throws SQLException {
        try (Connection connection = root()) {
            connection.setAutoCommit(false);
            for (RowInCommit row : rows) {
                write(connection, row);
            }
            connection.commit();
        }
    }

    private static void write(Connection connection, RowInCommit row) throws SQLException {
        String table = TablePrefix.isOwn(row.table()) ? row.table() : TablePrefix.value() + row.table();
        if (row.before() == null) {
            Collection<String> columns = row.after().keySet();
            execute(
                    connection,
                    "INSERT INTO " + table + " (`" + String.join("`, `", columns) + "`) VALUES ("
                            + String.join(", ", java.util.Collections.nCopies(columns.size(), "?")) + ")",
                    row.after().values().stream());
        } else {
            Map<String, Object> key = key(row);
            String where =
                    " WHERE " + key.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(" AND "));
            if (row.after() == null) {
                execute(connection, "DELETE FROM " + table + where, key.values().stream());
            } else {
                Map<String, Object> changes = new LinkedHashMap<>(row.after());
                changes.entrySet()
                        .removeIf(column ->
                                Objects.equals(column.getValue(), row.before().get(column.getKey())));
                execute(
                        connection,
                        "UPDATE " + table + " SET "
                                + changes.keySet().stream()
                                        .map(name -> name + " = ?")
                                        .collect(Collectors.joining(", "))
                                + where,
                        Stream.concat(changes.values().stream(), key.values().stream()));
            }
        }
    }

    private static Map<String, Object> key(RowInCommit row) {
        Map<String, Object> key = new LinkedHashMap<>(row.before());
        key.keySet().retainAll(List.of("id", "ticket_id", "entry_id", "field_id"));
        return key;
    }

    private static void execute(Connection connection, String sql, Stream<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object value : values.toList()) {
                statement.setObject(index++, value);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static Connection root() throws SQLException {
        return DriverManager.getConnection(
                setting("ticketwire.db.url"), setting("test.root.user"), setting("test.root.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static List<String> lines(List<TicketEvent> events) {
        return events.stream().map(EventText::line).toList();
    }

    private static Map<String, List<String>> perTicket(List<String> lines) {
        return lines.stream().collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' '))));
    }
}
