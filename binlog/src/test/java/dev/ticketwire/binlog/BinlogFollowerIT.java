package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subjects in memory beside the table of a real server. */
class BinlogFollowerIT {
    private static final String TABLE = "ost_ticket__cdata";

    private final TestHelpDesk desk = TestInfrastructure.helpDesk("follower");
    private final Subjects subjects = new Subjects();
    private final AtomicInteger wasCurrent = new AtomicInteger();
    private @Nullable BinlogFollower follower;

    /** All subjects, and how many changes the last transaction had. */
    private static final class Subjects implements Projection {
        final Map<Integer, String> byTicket = new ConcurrentHashMap<>();
        final AtomicInteger loads = new AtomicInteger();
        volatile int changesOfLast;

        @Override
        public String table() {
            return "ticket__cdata";
        }

        @Override
        public List<String> columns() {
            return List.of("subject", "ticket_id");
        }

        @Override
        public void load(Connection snapshot) throws SQLException {
            byTicket.clear();
            byTicket.putAll(rows(snapshot));
            loads.incrementAndGet();
        }

        @Override
        public void apply(List<RowChange> transaction) {
            changesOfLast = transaction.size();
            for (RowChange change : transaction) {
                if (change.before() != null) {
                    byTicket.remove(ticket(change.before()));
                }
                if (change.after() != null) {
                    byTicket.put(ticket(change.after()), subject(change.after()));
                }
            }
        }

        private static int ticket(@Nullable Serializable[] row) {
            return row[1] instanceof Integer id ? id : 0;
        }

        private static String subject(@Nullable Serializable[] row) {
            return row[0] instanceof byte[] text ? new String(text, StandardCharsets.UTF_8) : "";
        }
    }

    @BeforeEach
    void follow() {
        follow(desk.service());
        await().until(() -> follower().isCurrent());
    }

    @AfterEach
    void stop() {
        follower().stop();
    }

    @Test
    void whatIsCommittedIsInMemoryBeforeMemoryIsCurrent() throws SQLException {
        run("INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'Wheel'), (901, NULL)");
        assertThat(follower().isCurrent()).isTrue();
        assertThat(subjects.byTicket).containsEntry(900, "Wheel").containsEntry(901, "");
        assertThat(subjects.changesOfLast).isEqualTo(2);

        run("UPDATE ost_ticket__cdata SET subject = 'Größe ✓' WHERE ticket_id = 900");
        assertThat(follower().isCurrent()).isTrue();
        assertThat(subjects.byTicket).containsEntry(900, "Größe ✓");

        run("DELETE FROM ost_ticket__cdata WHERE ticket_id = 900");
        assertThat(follower().isCurrent()).isTrue();
        assertThat(subjects.byTicket).doesNotContainKey(900);
    }

    @Test
    void writersReadTheirOwnWritesWhoeverElseWrites() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> done = writers.invokeAll(
                    IntStream.range(0, 4).mapToObj(this::writer).toList());
            for (Future<Void> writer : done) {
                writer.get();
            }
        }

        assertThat(follower().isCurrent()).isTrue();
        assertThat(subjects.byTicket).isEqualTo(rows());
        assertThat(subjects.loads).hasValue(1);
        assertThat(wasCurrent).hasValueGreaterThan(100);
    }

    /** Transactions of several rows, some rolled back, beside rows of other tables. */
    private Callable<Void> writer(int number) {
        return () -> {
            Random random = new Random(number);
            try (Connection connection = desk.root().connect();
                    PreparedStatement write = connection.prepareStatement(
                            "REPLACE INTO " + TABLE + " (ticket_id, subject) VALUES (?, ?), (?, ?)");
                    Statement other = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < 200; i++) {
                    int ticket = 1000 + number * 100 + random.nextInt(50) * 2;
                    String subject = number + " " + i;
                    write.setInt(1, ticket);
                    write.setString(2, subject);
                    write.setInt(3, ticket + 1);
                    write.setString(4, subject);
                    write.executeUpdate();
                    other.execute("UPDATE ost_ticket SET lastupdate = NOW() WHERE ticket_id = " + (1 + number));
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        if (follower().isCurrent()) {
                            wasCurrent.incrementAndGet();
                            assertThat(subjects.byTicket)
                                    .containsEntry(ticket, subject)
                                    .containsEntry(ticket + 1, subject);
                        }
                    }
                }
            }
            return null;
        };
    }

    @Test
    void aChangedTableIsReadAnew() throws SQLException {
        run(
                "ALTER TABLE ost_ticket__cdata ADD COLUMN wheels INT FIRST",
                "INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'After the change')");

        await().until(() -> follower().isCurrent());

        assertThat(subjects.loads).hasValue(2);
        assertThat(subjects.byTicket).isEqualTo(rows()).containsEntry(900, "After the change");
    }

    @Test
    void anEmptiedTableIsNeverAnsweredFromMemory() throws SQLException {
        run("TRUNCATE TABLE ost_ticket__cdata");
        assertThat(follower().isCurrent() && !subjects.byTicket.isEmpty()).isFalse();

        await().until(() -> follower().isCurrent());
        assertThat(subjects.byTicket).isEmpty();
    }

    @Test
    void statementsThatAreLoggedAsTextAreNotMissed() throws SQLException {
        run(
                "SET SESSION binlog_format = 'STATEMENT'",
                "UPDATE ost_ticket__cdata SET subject = 'By statement' WHERE ticket_id = 1");
        assertThat(follower().isCurrent() && !"By statement".equals(subjects.byTicket.get(1)))
                .isFalse();

        await().until(() -> follower().isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows());
    }

    @Test
    void rowsOfAFileThatAreLoggedAsTextAreNotMissed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.txt"), "1\tBy file\n");
        try (Connection connection = DriverManager.getConnection(
                        desk.root().url() + "?allowLocalInfile=true",
                        desk.root().user(),
                        desk.root().password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION binlog_format = 'STATEMENT'");
            statement.execute(
                    "LOAD DATA LOCAL INFILE '" + file + "' REPLACE INTO TABLE ost_ticket__cdata (ticket_id, subject)");
        }
        assertThat(follower().isCurrent() && !"By file".equals(subjects.byTicket.get(1)))
                .isFalse();

        await().until(() -> follower().isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows());
    }

    @Test
    void aLogThatIsBegunAnewIsNoticed() throws SQLException {
        run("RESET MASTER", "UPDATE ost_ticket__cdata SET subject = 'In the new log' WHERE ticket_id = 1");
        assertThat(follower().isCurrent() && !"In the new log".equals(subjects.byTicket.get(1)))
                .isFalse();

        await().until(() -> follower().isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows());
    }

    @Test
    void aLostConnectionIsMadeAgain() throws SQLException {
        run("BEGIN NOT ATOMIC FOR reader IN (SELECT id FROM information_schema.processlist"
                + " WHERE command = 'Binlog Dump') DO EXECUTE IMMEDIATE CONCAT('KILL ', reader.id); END FOR; END");
        await().until(() -> !follower().isFollowing());
        run("UPDATE ost_ticket__cdata SET subject = 'Meanwhile' WHERE ticket_id = 1");

        await().until(() -> follower().isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows());
    }

    @Test
    void aUserWhoMayNotReadTheLogHasNoMemory() throws SQLException {
        follower().stop();
        run(
                "CREATE OR REPLACE USER rows_only@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON follower.* TO rows_only@'%'");
        int loads = subjects.loads.get();

        follow(desk.service().as("rows_only", "secret"));

        await().until(() -> follower().lastFailure() != null);
        assertThat(follower().isCurrent()).isFalse();
        assertThat(follower().lastFailure()).contains("BINLOG MONITOR");
        assertThat(subjects.loads).hasValue(loads);
    }

    private void follow(Database as) {
        follower = new BinlogFollower(subjects, new LogSource(as.url(), as.user(), as.password()), this::end);
        follower.start();
    }

    private BinlogFollower follower() {
        return Objects.requireNonNull(follower);
    }

    private LogPosition end() {
        try (Connection connection = desk.service().connect()) {
            return LogPosition.end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = desk.root().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Map<Integer, String> rows() throws SQLException {
        try (Connection connection = desk.root().connect()) {
            return rows(connection);
        }
    }

    private static Map<Integer, String> rows(Connection connection) throws SQLException {
        Map<Integer, String> rows = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT ticket_id, IFNULL(subject, '') FROM " + TABLE)) {
            while (row.next()) {
                rows.put(row.getInt(1), row.getString(2));
            }
        }
        return rows;
    }
}
