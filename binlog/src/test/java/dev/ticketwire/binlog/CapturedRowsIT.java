package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a real server's log, changed in every way that capture.md names. */
class CapturedRowsIT extends LogTest {
    @AfterEach
    void clear() throws SQLException {
        run(
                "DELETE FROM ost_ticket WHERE ticket_id >= 900",
                "DELETE FROM ost_ticket__cdata WHERE ticket_id >= 900",
                "DELETE FROM ost_thread_entry WHERE id >= 900");
    }

    @Test
    void valuesOfAllKindsArriveByName() throws SQLException {
        run(
                "INSERT INTO ost_ticket SET ticket_id = 4000000900, number = 'Größe ✓', source = 'Email', isoverdue = 1,"
                        + " created = '2026-02-03 04:05:06', updated = NOW(), duedate = '0000-00-00', version = -7",
                "INSERT INTO ost_thread_entry SET id = 900, type = 'M', title = NULL, body = REPEAT('x', 60000),"
                        + " created = NOW(), updated = NOW()",
                "DELETE FROM ost_ticket WHERE ticket_id = 4000000900");

        Row ticket = after(log.caughtUp().rows("ticket").getFirst());
        assertThat(ticket.number("ticket_id")).isEqualTo(4000000900L);
        assertThat(ticket.number("version")).isEqualTo(-7);
        assertThat(ticket.number("isoverdue")).isEqualTo(1);
        assertThat(ticket.text("source")).isEqualTo("Email");
        assertThat(ticket.time("created")).isEqualTo(LocalDateTime.of(2026, 2, 3, 4, 5, 6));
        assertThat(ticket.time("closed")).isNull();
        assertThat(ticket.time("duedate")).isNull();
        assertThatThrownBy(() -> ticket.number("staff_id")).hasMessageContaining("not captured");
        Row entry = after(log.rows("thread_entry").getFirst());
        assertThat(entry.text("type")).isEqualTo("M");
        assertThat(entry.text("title")).isNull();
        assertThat(entry.text("body")).hasSize(60000);
        assertThat(log.rows("ticket").getLast().after()).isNull();
    }

    @Test
    void zeroDatesAreAbsent() throws SQLException {
        run(
                "SET SESSION sql_mode = ''",
                "INSERT INTO ost_ticket SET ticket_id = 900, number = '900', created = '0000-00-00 00:00:00',"
                        + " updated = NOW(), closed = '2026-02-31 00:00:00'");

        Row ticket = after(log.caughtUp().rows("ticket").getFirst());
        assertThat(ticket.time("created")).isNull();
        assertThat(ticket.time("closed")).isNull();
    }

    @Test
    void aRowIsKnownByTheSameNameHoweverOftenItIsRead() throws SQLException {
        LogPlace before = log.now();
        run(
                "BEGIN",
                ticket(900),
                "INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'One'), (901, 'Two')",
                "UPDATE ost_config SET value = value",
                "UPDATE ost_config SET updated = NOW() + INTERVAL 1 DAY LIMIT 1",
                "UPDATE ost_ticket SET status_id = 2 WHERE ticket_id = 900",
                "COMMIT",
                "FLUSH BINARY LOGS",
                ticket(902));
        List<String> first = log.caughtUp().identities();
        log.close();

        HeardLog again = new HeardLog(reading());
        again.readFrom(before);
        List<String> second = again.caughtUp().identities();
        again.close();

        assertThat(second).isEqualTo(first);
        assertThat(first.stream().map(identity -> identity.replaceAll("^\\S+ \\S+ ", "")))
                .containsExactly("0 0 ticket", "1 0 ticket__cdata", "1 1 ticket__cdata", "3 0 ticket", "0 0 ticket");
    }

    @Test
    void readingGoesOnFromEveryPlace() throws SQLException {
        run(ticket(900), ticket(901), "FLUSH BINARY LOGS", ticket(902));
        log.caughtUp();
        log.close();

        for (int i = 0; i < log.places.size() - 1; i++) {
            HeardLog rest = new HeardLog(reading());
            rest.readFrom(log.places.get(i));
            assertThat(rest.caughtUp().places).endsWith(log.places.getLast());
            assertThat(log.identities()).endsWith(rest.identities().toArray(String[]::new));
            rest.close();
        }
    }

    @Test
    void otherDatabasesMoveThePlace() throws SQLException {
        run("CREATE OR REPLACE DATABASE elsewhere", "CREATE TABLE elsewhere.ost_ticket (ticket_id INT)");
        run("INSERT INTO elsewhere.ost_ticket VALUES (1)");

        assertThat(log.caughtUp().rows()).isEmpty();
        assertThat(log.transactions).hasSize(3);
        assertThat(log.told).isEmpty();
        assertThat(Objects.requireNonNull(log.reading.reached()).transactions()).isEqualTo(end());
        assertThat(log.reading.lag()).isEqualTo(new LogLag(0, 0));
    }

    @Test
    void columnsOfAnyTypeInOtherTablesDoNotMatter() throws SQLException {
        run(
                "CREATE OR REPLACE TABLE odd (a VARCHAR(100) COMPRESSED, b TEXT COMPRESSED, c UUID, d INET6, e POINT,"
                        + " f BIT(11), g DECIMAL(20, 5), h TIME(3), i SET('x', 'y'), j YEAR, k JSON, l DOUBLE)",
                "INSERT INTO odd SET a = REPEAT('a', 100), b = REPEAT('b', 1000), c = UUID(), d = '::1', f = 5, k = '{}'",
                "DROP TABLE odd",
                "ALTER TABLE ost_ticket ADD COLUMN a VARCHAR(100) COMPRESSED FIRST, ADD COLUMN f BIT(11) FIRST,"
                        + " ADD COLUMN g DECIMAL(20, 5) FIRST, ADD COLUMN h TIME(3) FIRST, ADD COLUMN i SET('x') FIRST,"
                        + " ADD COLUMN l DOUBLE FIRST, ADD COLUMN m TIMESTAMP(4) NULL FIRST, ADD COLUMN n CHAR(200) FIRST",
                "INSERT INTO ost_ticket SET ticket_id = 900, number = '900', created = NOW(), updated = NOW(),"
                        + " a = REPEAT('a', 100), f = 5, g = -1.5, h = '10:11:12.131', i = 'x', l = 1.5, m = NOW(), n = 'n'",
                "ALTER TABLE ost_ticket DROP a, DROP f, DROP g, DROP h, DROP i, DROP l, DROP m, DROP n");

        assertThat(after(log.caughtUp().rows("ticket").getFirst()).text("number"))
                .isEqualTo("900");
        assertThat(log.rows()).hasSize(1);
    }

    @Test
    void timesOfOldTablesAreRead() throws SQLException {
        run("SET GLOBAL mysql56_temporal_format = OFF");
        run("ALTER TABLE ost_ticket MODIFY created DATETIME NOT NULL, MODIFY closed TIMESTAMP NULL, FORCE");
        run("SET GLOBAL mysql56_temporal_format = ON");
        run(
                "INSERT INTO ost_ticket SET ticket_id = 900, number = '900', created = '2026-02-03 04:05:06',"
                        + " updated = NOW(), closed = '2026-02-03 04:05:06'",
                "INSERT INTO ost_ticket SET ticket_id = 901, number = '901', created = 0, updated = NOW(), closed = 0");
        log.caughtUp();
        run("ALTER TABLE ost_ticket MODIFY closed DATETIME NULL, FORCE");

        LocalDateTime time = LocalDateTime.of(2026, 2, 3, 4, 5, 6);
        Row ticket = after(log.caughtUp().rows("ticket").getFirst());
        assertThat(List.of(
                        Objects.requireNonNull(ticket.time("created")), Objects.requireNonNull(ticket.time("closed"))))
                .containsExactly(time, time);
        Row zero = after(log.rows("ticket").getLast());
        assertThat(zero.time("created")).isNull();
        assertThat(zero.time("closed")).isNull();
    }

    @Test
    void whatIsRolledBackIsNoChange() throws SQLException {
        run(
                "CREATE TABLE IF NOT EXISTS notes (id INT) ENGINE = MyISAM",
                "BEGIN",
                ticket(900),
                "SAVEPOINT here",
                ticket(901),
                "INSERT INTO notes VALUES (1)",
                "ROLLBACK TO here",
                ticket(902),
                "COMMIT",
                "BEGIN",
                ticket(903),
                "INSERT INTO notes VALUES (1)",
                "ROLLBACK");

        assertThat(tickets()).containsExactly(900L, 902L);
    }

    @Test
    void aTemporaryTableInATransactionHidesNothing() throws SQLException {
        run(
                "BEGIN",
                "CREATE TEMPORARY TABLE draft (id INT)",
                "INSERT INTO draft VALUES (1)",
                ticket(900),
                "SAVEPOINT here",
                ticket(901),
                "ROLLBACK TO here",
                "DROP TEMPORARY TABLE draft",
                ticket(902),
                "COMMIT");

        assertThat(tickets()).containsExactlyElementsOf(stored());
    }

    @Test
    void aPreparedTransactionOfOthersIsPassedOver() throws SQLException {
        run(
                "XA START 'one'",
                "INSERT INTO ost_config SET namespace = 'x', `key` = 'one', value = ''",
                "XA END 'one'",
                "XA PREPARE 'one'",
                "XA COMMIT 'one'",
                "XA START 'two'",
                ticket(900),
                "XA END 'two'",
                "XA COMMIT 'two' ONE PHASE");

        assertThat(tickets()).containsExactly(900L);
    }

    @Test
    void aReplacedRowIsDeletedAndInsertedInOneTransaction() throws SQLException {
        run(ticket(900), "REPLACE INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'One')");
        run("REPLACE INTO ost_ticket__cdata (ticket_id, subject) VALUES (900, 'Two')");

        List<ChangedRow> changes = log.caughtUp().rows("ticket__cdata");
        assertThat(changes.stream().map(CapturedRowsIT::subjects)).containsExactly("- > One", "One > Two");
    }

    @Test
    void anotherPrimaryKeyIsToldAsOneChange() throws SQLException {
        run(ticket(900), "UPDATE ost_ticket SET ticket_id = 901 WHERE ticket_id = 900");

        ChangedRow last = log.caughtUp().rows("ticket").getLast();
        assertThat(before(last).number("ticket_id")).isEqualTo(900);
        assertThat(after(last).number("ticket_id")).isEqualTo(901);
        assertThat(before(last).equalIn("ticket_id", after(last))).isFalse();
        assertThat(before(last).equalIn("number", after(last))).isTrue();
    }

    @Test
    void anUpdateThatChangesNothingHasNoRow() throws SQLException {
        run(ticket(900), "UPDATE ost_ticket SET number = number WHERE ticket_id = 900");

        assertThat(log.caughtUp().rows()).hasSize(1);
    }

    @Test
    void rowsOfTriggersAndFilesArrive(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.txt"), "900\tBy file\n901\tBy file\n");
        run(
                "CREATE TRIGGER add_subject AFTER INSERT ON ost_ticket FOR EACH ROW"
                        + " INSERT INTO ost_ticket__cdata (ticket_id, subject) VALUES (NEW.ticket_id, 'By trigger')",
                ticket(902),
                "DROP TRIGGER add_subject",
                "LOAD DATA LOCAL INFILE '" + file + "' INTO TABLE ost_ticket__cdata (ticket_id, subject)");

        assertThat(log.caughtUp().rows("ticket__cdata").stream().map(CapturedRowsIT::subjects))
                .containsExactly("- > By trigger", "- > By file", "- > By file");
    }

    @Test
    void whatTheLogIsNotToldIsNotHeard() throws SQLException {
        run("SET SESSION sql_log_bin = 0", ticket(900));
        run(ticket(901));

        assertThat(tickets()).containsExactly(901L);
    }

    @Test
    void maintenanceChangesNothing() throws SQLException {
        run(
                "ANALYZE TABLE ost_ticket",
                "OPTIMIZE TABLE ost_ticket",
                "FLUSH TABLES",
                "CREATE OR REPLACE USER visitor@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON captured.ost_ticket TO visitor@'%'",
                "REVOKE SELECT ON captured.ost_ticket FROM visitor@'%'",
                "CREATE OR REPLACE VIEW open_tickets AS SELECT * FROM ost_ticket",
                "CREATE ROLE IF NOT EXISTS readers",
                ticket(900));

        assertThat(tickets()).containsExactly(900L);
        assertThat(log.told).isEmpty();
    }

    @Test
    void aListenerThatWaitsHoldsTheLogBackAndLosesNothing() throws Exception {
        log.close();
        java.util.concurrent.Semaphore permits = new java.util.concurrent.Semaphore(0);
        LogReading slow = reading();
        LogPlace from = slow.now();
        List<Transaction> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            try {
                slow.read(from, (transaction, after) -> {
                    permits.acquire();
                    heard.add(transaction);
                });
            } catch (LogLostException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        run(ticket(900), ticket(901), ticket(902));
        LogPosition end = end();
        org.awaitility.Awaitility.await().until(() -> permits.hasQueuedThreads());
        assertThat(slow.hasRead(end)).isFalse();
        assertThat(slow.reached()).isEqualTo(from);

        permits.release(100);

        org.awaitility.Awaitility.await().until(() -> slow.hasRead(end));
        assertThat(heard).hasSize(3);
        slow.close();
        reader.join();
    }

    private List<Long> tickets() throws SQLException {
        return log.caughtUp().rows("ticket").stream()
                .map(row -> Objects.requireNonNull(after(row).number("ticket_id")))
                .toList();
    }

    private static List<Long> stored() throws SQLException {
        try (java.sql.Connection connection = DESK.root().connect();
                java.sql.Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(
                        "SELECT ticket_id FROM ost_ticket WHERE ticket_id >= 900 ORDER BY ticket_id")) {
            List<Long> ids = new java.util.ArrayList<>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        }
    }

    private static String subjects(ChangedRow change) {
        return subject(change.before()) + " > " + subject(change.after());
    }

    private static @Nullable String subject(@Nullable Row row) {
        return row == null ? "-" : row.text("subject");
    }

    private static Row before(ChangedRow change) {
        return Objects.requireNonNull(change.before());
    }

    private static Row after(ChangedRow change) {
        return Objects.requireNonNull(change.after());
    }
}
