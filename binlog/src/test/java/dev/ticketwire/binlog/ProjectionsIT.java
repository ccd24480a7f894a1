package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tables in memory beside those of a real server, kept by one reader. */
class ProjectionsIT {
    private static final TestHelpDesk DESK = TestInfrastructure.helpDesk("follower");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final KeptSubjects subjects = new KeptSubjects("ticket__cdata", "subject");
    private final KeptSubjects numbers = new KeptSubjects("ticket", "number");
    private final AtomicInteger wasCurrent = new AtomicInteger();
    private ProjectionReader reader = reader(DESK.service());
    private BinlogFollower follower = reader.add(subjects);
    private BinlogFollower other = reader.add(numbers);

    @BeforeEach
    void follow() {
        reader.start();
        await().atMost(LONGEST).until(() -> follower.isCurrent() && other.isCurrent());
    }

    @AfterEach
    void stop() throws SQLException {
        reader.stop();
        run("DELETE FROM ost_ticket__cdata WHERE ticket_id >= 900");
    }

    private static ProjectionReader reader(Database as) {
        return new ProjectionReader(new LogSource(as.url(), as.user(), as.password()), ProjectionsIT::end);
    }

    @Test
    void whatIsCommittedIsInMemoryBeforeMemoryIsCurrent() throws SQLException {
        run("INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'Wheel'), (901, NULL)");
        assertThat(follower.isCurrent()).isTrue();
        assertThat(subjects.byTicket).containsEntry(900L, "Wheel").containsEntry(901L, "");

        run("UPDATE ost_ticket__cdata SET subject = 'Größe ✓' WHERE ticket_id = 900");
        assertThat(follower.isCurrent()).isTrue();
        assertThat(subjects.byTicket).containsEntry(900L, "Größe ✓");

        run("DELETE FROM ost_ticket__cdata WHERE ticket_id = 900");
        assertThat(follower.isCurrent()).isTrue();
        assertThat(subjects.byTicket).doesNotContainKey(900L);
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

        assertThat(follower.isCurrent()).isTrue();
        assertThat(subjects.byTicket).isEqualTo(rows(subjects));
        assertThat(subjects.loads).hasValue(1);
        assertThat(wasCurrent).hasValueGreaterThan(100);
    }

    /** Transactions of several rows, some rolled back, beside rows of other tables. */
    private Callable<Void> writer(int number) {
        return () -> {
            Random random = new Random(number);
            try (Connection connection = DESK.root().connect();
                    PreparedStatement write = connection.prepareStatement(
                            "REPLACE INTO ost_ticket__cdata (ticket_id, subject) VALUES (?, ?), (?, ?)");
                    Statement beside = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < 200; i++) {
                    long ticket = 1000L + number * 100 + random.nextInt(50) * 2;
                    String subject = number + " " + i;
                    write.setLong(1, ticket);
                    write.setString(2, subject);
                    write.setLong(3, ticket + 1);
                    write.setString(4, subject);
                    write.executeUpdate();
                    beside.execute("UPDATE ost_ticket SET lastupdate = NOW() WHERE ticket_id = " + (1 + number));
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        requireOwnWrite(ticket, subject);
                    }
                }
            }
            return null;
        };
    }

    private void requireOwnWrite(long ticket, String subject) {
        if (follower.isCurrent()) {
            wasCurrent.incrementAndGet();
            assertThat(subjects.byTicket).containsEntry(ticket, subject).containsEntry(ticket + 1, subject);
        }
    }

    @Test
    void whatIsWrittenWhileATableIsReadIsNotMissed() throws SQLException {
        subjects.whileLoading =
                () -> unchecked("REPLACE INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'Late')");

        run("ALTER TABLE ost_ticket__cdata COMMENT = 'Read again'");

        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows(subjects)).containsEntry(900L, "Late");
        assertThat(subjects.loads).hasValue(2);
    }

    @Test
    void aChangedTableIsReadAnewAndOthersAreNot() throws SQLException {
        run(
                "ALTER TABLE ost_ticket__cdata ADD COLUMN wheels INT FIRST",
                "INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'After the change')");

        assertThat(other.isCurrent()).isTrue();
        await().atMost(LONGEST).until(() -> follower.isCurrent());

        assertThat(subjects.loads).hasValue(2);
        assertThat(numbers.loads).hasValue(1);
        assertThat(subjects.byTicket).isEqualTo(rows(subjects)).containsEntry(900L, "After the change");
        run("ALTER TABLE ost_ticket__cdata DROP COLUMN wheels");
    }

    @Test
    void aRebuiltTableIsReadAnewAndOthersAreNot() throws SQLException {
        run(
                "CREATE TABLE cdata_before AS SELECT * FROM ost_ticket__cdata",
                "DROP TABLE ost_ticket__cdata",
                "CREATE TABLE ost_ticket__cdata (PRIMARY KEY (ticket_id)) AS SELECT * FROM cdata_before",
                "DROP TABLE cdata_before");

        assertThat(other.isCurrent()).isTrue();
        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows(subjects));
        assertThat(numbers.loads).hasValue(1);
    }

    @Test
    void whatDoesNotTouchATableReloadsNothing() throws SQLException {
        run(
                "CREATE OR REPLACE USER visitor@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON follower.ost_ticket TO visitor@'%'",
                "XA START 'other'",
                "UPDATE ost_config SET value = CONCAT(value, ' ') LIMIT 1",
                "XA END 'other'",
                "XA PREPARE 'other'",
                "XA COMMIT 'other'",
                "CREATE OR REPLACE DATABASE elsewhere",
                "USE elsewhere",
                "CREATE TABLE ost_ticket (id INT)",
                "SET SESSION binlog_format = 'STATEMENT'",
                "INSERT INTO ost_ticket VALUES (1)",
                "DROP TABLE ost_ticket");

        assertThat(follower.isCurrent() && other.isCurrent()).isTrue();
        assertThat(List.of(subjects.loads.get(), numbers.loads.get())).containsExactly(1, 1);
    }

    @Test
    void anEmptiedTableIsNeverAnsweredFromMemory() throws SQLException {
        Map<Long, String> before = rows(subjects);
        run(
                "CREATE TABLE cdata_aside LIKE ost_ticket__cdata",
                "INSERT INTO cdata_aside SELECT * FROM ost_ticket__cdata");
        run("TRUNCATE TABLE ost_ticket__cdata");
        assertThat(follower.isCurrent() && !subjects.byTicket.isEmpty()).isFalse();

        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEmpty();

        run(
                "RENAME TABLE ost_ticket__cdata TO cdata_empty, cdata_aside TO ost_ticket__cdata",
                "DROP TABLE cdata_empty");
        assertThat(follower.isCurrent() && subjects.byTicket.isEmpty()).isFalse();
        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEqualTo(before);
    }

    @Test
    void statementsThatAreLoggedAsTextAreNotMissed() throws SQLException {
        run(
                "SET SESSION binlog_format = 'STATEMENT'",
                "UPDATE ost_ticket__cdata SET subject = 'By statement' WHERE ticket_id = 1");
        assertThat(follower.isCurrent() && !"By statement".equals(subjects.byTicket.get(1L)))
                .isFalse();

        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows(subjects));
    }

    @Test
    void rowsOfAFileThatAreLoggedAsTextAreNotMissed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.txt"), "1\tBy file\n");
        run(
                "SET SESSION binlog_format = 'STATEMENT'",
                "LOAD DATA LOCAL INFILE '" + file + "' REPLACE INTO TABLE ost_ticket__cdata (ticket_id, subject)");
        assertThat(follower.isCurrent() && !"By file".equals(subjects.byTicket.get(1L)))
                .isFalse();

        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows(subjects));
    }

    @Test
    void rowsThatAreNotLoggedWholeReloadTheirTableOnly() throws SQLException {
        run("SET SESSION binlog_row_image = 'MINIMAL'", "UPDATE ost_ticket SET number = 'min' WHERE ticket_id = 1");

        await().atMost(LONGEST).until(() -> other.isCurrent() && numbers.loads.get() == 2);
        assertThat(numbers.byTicket).containsEntry(1L, "min");
        assertThat(subjects.loads).hasValue(1);
    }

    @Test
    void aLogThatIsBegunAnewIsNoticed() throws SQLException {
        run("RESET MASTER", "UPDATE ost_ticket__cdata SET subject = 'In the new log' WHERE ticket_id = 1");
        assertThat(follower.isCurrent() && !"In the new log".equals(subjects.byTicket.get(1L)))
                .isFalse();

        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).isEqualTo(rows(subjects));
    }

    @Test
    void aLogThatIsBegunAnewIsNoticedThoughNobodyReads() throws SQLException {
        run("RESET MASTER");

        await().atMost(LONGEST).until(() -> !follower.isFollowing());
        await().atMost(LONGEST).until(() -> follower.isFollowing() && other.isFollowing());
        assertThat(subjects.loads).hasValue(2);
    }

    @Test
    void aLostConnectionIsMadeAgainAndNothingIsReadAnew() throws SQLException {
        killReaders();
        run("UPDATE ost_ticket__cdata SET subject = 'Meanwhile' WHERE ticket_id = 1");
        assertThat(follower.isCurrent() && !"Meanwhile".equals(subjects.byTicket.get(1L)))
                .isFalse();

        await().atMost(LONGEST).until(() -> follower.isCurrent());
        assertThat(subjects.byTicket).containsEntry(1L, "Meanwhile").isEqualTo(rows(subjects));
        assertThat(subjects.loads).hasValue(1);
    }

    @Test
    void allProjectionsOfAServiceHaveOneReader() throws SQLException {
        // Connections of earlier tests may still be there.
        killReaders();
        await().atMost(LONGEST).until(() -> readers() == 1 && follower.isCurrent() && other.isCurrent());

        assertThat(readers()).isEqualTo(1);
    }

    private static int readers() throws SQLException {
        try (Connection connection = DESK.root().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE command = 'Binlog Dump'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void killReaders() throws SQLException {
        run("BEGIN NOT ATOMIC FOR reader IN (SELECT id FROM information_schema.processlist"
                + " WHERE command = 'Binlog Dump') DO EXECUTE IMMEDIATE CONCAT('KILL ', reader.id); END FOR; END");
    }

    @Test
    void aTableThatAForeignKeyChangesUnseenIsNotKept() throws SQLException {
        run(
                "ALTER TABLE ost_ticket ADD COLUMN addon INT UNSIGNED NULL",
                "CREATE TABLE addon (id INT UNSIGNED PRIMARY KEY)",
                "ALTER TABLE ost_ticket ADD CONSTRAINT of_addon FOREIGN KEY (addon) REFERENCES addon (id)"
                        + " ON DELETE SET NULL");
        try {
            await().atMost(LONGEST)
                    .until(() -> String.valueOf(other.lastFailure()).contains("foreign key"));
            assertThat(other.isCurrent()).isFalse();
            assertThat(follower.isCurrent()).isTrue();
        } finally {
            run("ALTER TABLE ost_ticket DROP FOREIGN KEY of_addon, DROP COLUMN addon", "DROP TABLE addon");
        }
    }

    @Test
    void aUserWhoMayNotReadTheLogHasNoMemory() throws SQLException {
        reader.stop();
        run(
                "CREATE OR REPLACE USER rows_only@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON follower.* TO rows_only@'%'");
        int loads = subjects.loads.get();

        reader = reader(DESK.service().as("rows_only", "secret"));
        follower = reader.add(subjects);
        reader.start();

        await().atMost(LONGEST).until(() -> String.valueOf(reader.lastFailure()).contains("BINLOG MONITOR"));
        assertThat(follower.isCurrent()).isFalse();
        assertThat(subjects.loads).hasValue(loads);
    }

    private static LogPosition end() {
        try (Connection connection = DESK.service().connect()) {
            return LogPosition.end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unchecked(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... statements) throws SQLException {
        Database root = DESK.root();
        try (Connection connection = DriverManager.getConnection(
                        root.url() + "?allowLocalInfile=true", root.user(), root.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Map<Long, String> rows(KeptSubjects of) throws SQLException {
        try (Connection connection = DESK.root().connect()) {
            return of.rows(connection);
        }
    }
}
