package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real server's log hides, and where it does not go on. */
class LogGapsIT extends LogTest {
    @AfterEach
    void clear() throws SQLException {
        run(
                "SET GLOBAL log_bin_compress = OFF, GLOBAL binlog_format = ROW, GLOBAL binlog_row_image = FULL",
                "DELETE FROM ost_ticket WHERE ticket_id >= 900");
    }

    @Test
    void aRebuiltTableIsToldAndItsRowsAreNoChanges() throws SQLException {
        run(
                "DROP TABLE ost_ticket__cdata",
                "CREATE TABLE IF NOT EXISTS ost_ticket__cdata (PRIMARY KEY (ticket_id))"
                        + " AS SELECT ticket_id, number AS subject FROM ost_ticket",
                ticket(900));

        assertThat(log.caughtUp().rows().stream().map(ChangedRow::table)).containsExactly("ticket");
        assertThat(log.told).containsExactly("ticket__cdata: DROP TABLE", "ticket__cdata: CREATE TABLE with rows");
        run("UPDATE ost_ticket__cdata SET subject = 'New' WHERE ticket_id = 1");
        assertThat(log.caughtUp().rows("ticket__cdata")).hasSize(1);
    }

    @Test
    void tablesThatAreEmptiedOrReplacedAreTold() throws SQLException {
        run(
                "CREATE TABLE entries_before LIKE ost_thread_entry",
                "INSERT INTO entries_before SELECT * FROM ost_thread_entry",
                "TRUNCATE ost_thread_entry",
                "RENAME TABLE ost_thread_entry TO entries_old, entries_before TO ost_thread_entry",
                "DROP TABLE entries_old",
                "CREATE OR REPLACE TABLE entries_copy LIKE ost_thread_entry",
                "DROP TABLE entries_copy");

        assertThat(log.caughtUp().told)
                .containsExactly(
                        "thread_entry: TRUNCATE OST_THREAD_ENTRY",
                        "thread_entry: RENAME TABLE",
                        "thread_entry: RENAME TABLE");
        assertThat(log.rows()).isEmpty();
    }

    @Test
    void rowsAreReadByTheColumnsThatTheTableHadThen() throws SQLException {
        LogPlace before = log.now();
        run(ticket(900));
        log.caughtUp();
        LogPlace between = log.places.getLast();
        run("ALTER TABLE ost_ticket ADD COLUMN wheels INT FIRST, ADD COLUMN bell VARCHAR(9) AFTER number", ticket(901));
        log.caughtUp();
        LogPlace after = log.places.getLast();
        run("ALTER TABLE ost_ticket DROP COLUMN wheels, DROP COLUMN bell", ticket(902));

        log.caughtUp();
        assertThat(log.told).containsExactly("ticket altered", "ticket altered");
        assertThat(numbers(log)).containsExactly("900", "901", "902");
        log.close();
        assertThat(numbersFrom(between)).containsExactly("901", "902");
        assertThat(numbersFrom(after)).containsExactly("902");
        assertThat(numbersFrom(before)).containsExactly("900", "901", "902");
    }

    private List<String> numbersFrom(LogPlace place) throws SQLException {
        HeardLog heard = new HeardLog(reading());
        heard.readFrom(place);
        try {
            heard.caughtUp();
            return numbers(heard);
        } finally {
            heard.close();
        }
    }

    private static List<String> numbers(HeardLog heard) {
        return heard.rows("ticket").stream()
                .map(row -> String.valueOf(Objects.requireNonNull(row.after()).text("number")))
                .toList();
    }

    @Test
    void aStatementThatIsLoggedAsTextIsAGap() throws SQLException {
        run("SET SESSION binlog_format = 'STATEMENT'", "UPDATE ost_ticket SET sort = 1 WHERE ticket_id = 1");

        assertThat(log.gap().gap()).isEqualTo(Gap.UNREADABLE);
        assertThat(log.gap()).hasMessageContaining("logged as text");
    }

    @Test
    void textInAnotherDatabaseIsNot() throws SQLException {
        run(
                "CREATE OR REPLACE DATABASE elsewhere",
                "USE elsewhere",
                "CREATE TABLE notes (id INT)",
                "SET SESSION binlog_format = 'STATEMENT'",
                "INSERT INTO notes VALUES (1)",
                "SET SESSION binlog_format = 'MIXED'",
                "DELETE FROM notes");

        assertThat(log.caughtUp().told).isEmpty();
        run("INSERT INTO ost_ticket SET ticket_id = 900, number = 'x', created = NOW(), updated = NOW()");
        assertThat(log.caughtUp().rows()).hasSize(1);
    }

    @Test
    void rowsThatAreNotLoggedWholeAreAGap() throws SQLException {
        run("SET SESSION binlog_row_image = 'MINIMAL'", "UPDATE ost_ticket SET sort = sort + 1 WHERE ticket_id = 1");

        assertThat(log.gap()).hasMessageContaining("ost_ticket").hasMessageContaining("binlog_row_image");
        assertThat(log.gap().gap()).isEqualTo(Gap.UNREADABLE);
    }

    @Test
    void textsThatAreLeftOutAreAGap() throws SQLException {
        run("SET SESSION binlog_row_image = 'NOBLOB'", "UPDATE ost_thread_entry SET title = 'x' WHERE id = 1");

        assertThat(log.gap()).hasMessageContaining("ost_thread_entry");
    }

    @Test
    void rowsOfAPreparedTransactionAreAGap() throws SQLException {
        run("XA START 'one'", ticket(900), "XA END 'one'", "XA PREPARE 'one'", "XA COMMIT 'one'");

        assertThat(log.gap()).hasMessageContaining("XA");
    }

    @Test
    void compressedRowsAreAGap() throws SQLException {
        run("SET GLOBAL log_bin_compress = ON");
        run("UPDATE ost_thread_entry SET body = REPEAT('x', 1000) WHERE id = 1");

        assertThat(log.gap()).hasMessageContaining("event of the kind");
        assertThatThrownBy(() -> log.reading.check(Objects.requireNonNull(log.reading.reached())))
                .isInstanceOf(UnreadableBinlogException.class)
                .hasMessageContaining("log_bin_compress")
                .extracting(e -> ((UnreadableBinlogException) e).gap())
                .isEqualTo(Gap.SETTINGS);
    }

    @Test
    void aLogThatIsBegunAnewIsNoticedWithoutAnyChange() throws SQLException {
        run("RESET MASTER");

        assertThat(log.gap().gap()).isEqualTo(Gap.RESET);
        assertThat(log.gap().remedy()).contains("RESET MASTER");
    }

    @Test
    void aLogThatIsBegunAnewIsKnownByItsTransactionsHoweverLongItIs() throws SQLException {
        run(ticket(900));
        LogPlace place = log.caughtUp().places.getLast();
        log.close();
        run("RESET MASTER");
        for (int i = 0; i < 20; i++) {
            run("UPDATE ost_ticket SET sort = sort + 1 WHERE ticket_id = 1", "FLUSH BINARY LOGS");
        }

        log = new HeardLog(reading());
        log.readFrom(place);

        assertThat(log.gap().gap()).isEqualTo(Gap.RESET);
    }

    @Test
    void aPurgedLogIsAGap() throws SQLException {
        run(ticket(900), "FLUSH BINARY LOGS", ticket(901));
        LogPlace place = log.caughtUp().places.getFirst();
        log.close();
        String last = log.now().file();
        // The server keeps a file until it notices that its reader is gone.
        await().untilAsserted(() -> {
            run("FLUSH BINARY LOGS", "PURGE BINARY LOGS TO '" + last + "'");
            assertThatThrownBy(() -> log.reading.check(place)).isInstanceOf(UnreadableBinlogException.class);
        });

        log = new HeardLog(reading());
        log.readFrom(place);

        assertThat(log.gap().gap()).isEqualTo(Gap.PURGED);
        assertThat(log.gap().remedy()).contains("binlog_expire_logs_seconds");
    }

    @Test
    void anotherServerIsAGap() throws SQLException {
        LogPlace here = log.now();
        log.close();

        log = new HeardLog(reading());
        log.readFrom(new LogPlace("77", here.file(), here.position(), here.gtids(), Map.of()));

        assertThat(log.gap().gap()).isEqualTo(Gap.OTHER_SERVER);
    }

    @Test
    void theServersIdIsThatOfNowOnOlderConnectionsToo() throws SQLException {
        long before = LogTest.end().server();
        try (Connection older = DESK.service().connect()) {
            run("SET GLOBAL server_id = " + (before + 1));
            assertThat(LogPosition.end(older).server()).isEqualTo(before + 1);
        } finally {
            run("SET GLOBAL server_id = " + before);
        }
    }

    @Test
    void aKilledConnectionIsNoticedAndNothingIsLost() throws SQLException {
        run(ticket(900));
        log.caughtUp();
        run("BEGIN NOT ATOMIC FOR reader IN (SELECT id FROM information_schema.processlist"
                + " WHERE command = 'Binlog Dump') DO EXECUTE IMMEDIATE CONCAT('KILL ', reader.id); END FOR; END");

        assertThat(log.failure()).isInstanceOf(LogLostException.class);
        run(ticket(901));
        log.readFrom(Objects.requireNonNull(log.reading.reached()));
        assertThat(numbers(log.caughtUp())).containsExactly("900", "901");
    }

    @Test
    void keysThatChangeRowsUnseenAreNamed() throws SQLException {
        run("CREATE TABLE addon (id INT PRIMARY KEY, ticket INT UNSIGNED, CONSTRAINT addon_ticket FOREIGN KEY (ticket)"
                + " REFERENCES ost_ticket (ticket_id) ON DELETE SET NULL)");

        assertThat(log.reading.cascades()).contains("addon.ticket → ost_ticket ON DELETE SET NULL ON UPDATE RESTRICT");
        run("DROP TABLE addon");
    }

    @Test
    void aTableThatIsMissingIsWaitedFor() throws SQLException {
        LogPlace here = log.now();
        log.close();
        run("RENAME TABLE ost_ticket__cdata TO cdata_aside");

        HeardLog heard = new HeardLog(reading());
        heard.readFrom(here);
        assertThat(heard.failure()).isInstanceOf(LogLostException.class).hasMessageContaining("ost_ticket__cdata");

        run("RENAME TABLE cdata_aside TO ost_ticket__cdata");
        heard.readFrom(here);
        heard.caughtUp();
        await().until(() -> heard.told.contains("ticket__cdata: RENAME TABLE"));
        heard.close();
    }
}
