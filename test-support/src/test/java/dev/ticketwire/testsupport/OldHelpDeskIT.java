package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.osticket.check.DatabaseUnusable;
import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseAdministration;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.database.Migration.Indexes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help desks as they grow old, none of which may be changed before all that is wrong with it has been said. */
class OldHelpDeskIT extends BeforeMigration {
    @ParameterizedTest
    @ValueSource(strings = {"MyISAM", "Aria"})
    void tablesOfAnotherEngineAreNamedWithTheStatementThatConvertsEach(String engine) throws SQLException {
        run("ALTER TABLE ost_ticket ENGINE=" + engine, "ALTER TABLE ost__search ENGINE=" + engine);

        String refusal = refusal(desk);

        assertThat(refusal).isEqualTo("""
                        The database %s cannot be used as it is, and nothing was changed:
                        - 2 of the tables that Ticketwire writes are not InnoDB (%s): nothing would hold the rows of a ticket together. \
                        Back up, and convert each; osTicket cannot write to a table meanwhile:
                          ALTER TABLE `ost__search` ENGINE=InnoDB;
                          ALTER TABLE `ost_ticket` ENGINE=InnoDB;""".formatted(desk.url(), engine));
    }

    @Test
    void allTablesMayBeOfAnotherEngineAndTheStatementsMendThem() throws SQLException {
        for (String table : texts("SHOW TABLES")) {
            run("ALTER TABLE " + table + " ENGINE=MyISAM");
        }
        run(
                "ALTER TABLE ost_sequence ROW_FORMAT=FIXED",
                "ALTER TABLE ost__search ENGINE=Aria ROW_FORMAT=PAGE TRANSACTIONAL=1");

        String refusal = refusal(desk);
        List<String> statements = refusal.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("ALTER"))
                .toList();

        assertThat(statements)
                .hasSize(23)
                .contains(
                        "ALTER TABLE `ost_sequence` ENGINE=InnoDB ROW_FORMAT=DYNAMIC;",
                        "ALTER TABLE `ost__search` ENGINE=InnoDB ROW_FORMAT=DYNAMIC;",
                        "ALTER TABLE `ost_user__cdata` ENGINE=InnoDB;");
        for (String statement : statements) {
            run(statement);
        }
        assertThat(Migration.migrate(desk)).isPositive();
        assertThat(Migration.migrate(desk)).isZero();
    }

    @Test
    void tablesThatAreOnlyReadMayBeOfAnyEngine() throws SQLException {
        run("ALTER TABLE ost_department ENGINE=MyISAM", "ALTER TABLE ost_session ENGINE=Aria");

        assertThat(Migration.migrate(desk)).isPositive();
    }

    @Test
    void aTableOfTicketwiresOwnIsHeldToTheSame() throws SQLException {
        Migration.migrate(desk);
        run("ALTER TABLE ticketwire_command ENGINE=MyISAM");

        assertThat(message(desk)).contains("ALTER TABLE `ticketwire_command` ENGINE=InnoDB;");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws SQLException {
        run(
                "ALTER TABLE ost_user ENGINE=MyISAM",
                "DROP TABLE ost_thread_referral",
                "ALTER TABLE ost_ticket DROP COLUMN est_duedate, DROP COLUMN sort",
                "UPDATE ost_config SET value = 'c37e165651dc289240fee7d244990ac1' WHERE `key` = 'schema_signature'",
                "SET GLOBAL read_only = ON");

        assertThat(refusal(desk)).isEqualTo("""
                        The database %s cannot be used as it is, and nothing was changed:
                        - The server is read-only (read_only = ON), and Ticketwire has to write. Name the server that osTicket writes to, or switch the setting off.
                        - osTicket's tables ost_thread_referral are missing: this is an osTicket before 1.17, an upgrade of it that did not end, a dump that was not loaded whole, or the user may not see them.
                        - The table ost_ticket lacks the columns sort, est_duedate: this is an osTicket before 1.17, or an upgrade of it that did not end.
                        - This is a help desk of osTicket 1.16, and Ticketwire needs 1.17 or 1.18. Upgrade osTicket first.
                        - 1 of the tables that Ticketwire writes are not InnoDB (MyISAM): nothing would hold the rows of a ticket together. \
                        Back up, and convert each; osTicket cannot write to a table meanwhile:
                          ALTER TABLE `ost_user` ENGINE=InnoDB;""".formatted(desk.url()));
    }

    @ParameterizedTest
    @CsvSource({
        "98ad7d550c26ac44340350912296e673, 1.10",
        "00c949a623b82848baaf3480b51307e3, 1.11 or 1.12",
        "4bd47d94b10bd8a6bab35c119dadf41f, 1.14",
        "add628927ee030469f5d3272ebda1e16, 1.15",
        "c37e165651dc289240fee7d244990ac1, 1.16"
    })
    void anOsTicketBeforeItsTimeIsNamed(String signature, String version) throws SQLException {
        run("UPDATE ost_config SET value = '" + signature + "' WHERE `key` = 'schema_signature'");

        assertThat(refusal(desk))
                .contains("This is a help desk of osTicket " + version + ", and Ticketwire needs 1.17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"83a22ba22b1a6a624fcb1da03882ac1b", "5fb92bef17f3b603659e024c01cc7a59"})
    void signaturesThatAreKnownAreNoMatter(String signature) throws SQLException {
        run("UPDATE ost_config SET value = '" + signature + "' WHERE `key` = 'schema_signature'");

        assertThat(Migration.look(desk, Purpose.MIGRATE).warnings()).isEmpty();
    }

    @Test
    void aSignatureThatIsUnknownIsAWarningWhereNothingIsMissing() throws SQLException {
        run("UPDATE ost_config SET value = 'a35e88e0' WHERE `key` = 'schema_signature'");

        assertThat(Migration.migrate(desk, Indexes.BUILT, Purpose.MIGRATE, said::add))
                .isPositive();
        assertThat(said)
                .contains(
                        "Warning:\n- osTicket's schema_signature is a35e88e0, which is neither that of 1.17 nor that of"
                                + " 1.18. All tables and columns that Ticketwire needs are there, so it goes on; try it on a copy"
                                + " first.");
    }

    @Test
    void aReadOnlyServerIsRefusedToThoseWhoMayWriteAllTheSameAndToThoseWhoMayNot() throws SQLException {
        grant(EVERY_RIGHT);
        run("SET GLOBAL read_only = ON");

        assertThat(refusal(desk)).contains("- The server is read-only (read_only = ON), and Ticketwire has to write.");
        assertThat(refusal(other)).contains("- The server is read-only (read_only = ON), and Ticketwire has to write.");
        assertThat(Migration.look(both.service(), Purpose.READ).problems())
                .noneSatisfy(problem -> assertThat(problem).contains("read-only"));
    }

    @Test
    void aServerThatMakesTablesOfAnotherEngineIsAWarning() throws SQLException {
        run("SET GLOBAL default_storage_engine = MyISAM");

        assertThat(Migration.look(desk, Purpose.MIGRATE).warnings())
                .singleElement()
                .asString()
                .startsWith("The server makes new tables with MyISAM (default_storage_engine): osTicket will make"
                        + " ost_ticket__cdata");
    }

    @Test
    void aDatabaseWithoutAHelpDeskSaysSo() throws SQLException {
        DatabaseAdministration.dropDatabase(desk, "empty_one");
        DatabaseAdministration.createDatabase(desk, "empty_one");
        Database empty = desk.named("empty_one");

        assertThatThrownBy(() -> Migration.migrate(empty))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage(
                        "The database empty_one holds no osTicket help desk: it has no tables that this user may see.");
        run("CREATE TABLE empty_one.ticket_status (id INT)");
        assertThatThrownBy(() -> Migration.migrate(empty))
                .hasMessage("The database empty_one holds no osTicket help desk: none of its 1 tables belong to one.");
    }

    @Test
    void twoHelpDesksInOneDatabaseHaveToBeToldApart() throws SQLException {
        for (String table : texts("SHOW TABLES LIKE 'ost\\_%'")) {
            run("CREATE TABLE old." + table.replaceFirst("ost", "b") + " LIKE " + table);
        }

        assertThat(message(desk))
                .isEqualTo("The database old holds several help desks, with the table prefixes b_, ost_."
                        + " Set TICKETWIRE_TABLE_PREFIX to the one that is meant.");
    }

    @Test
    void aWrongPasswordAndAMissingDatabaseAreSaidInTheDatabasesWords() {
        assertThat(message(desk.as("root", "wrong")))
                .startsWith("The database jdbc:mariadb:")
                .contains("Access denied");
        assertThat(message(desk.named("no_such")))
                .contains("cannot be reached or read as root: ")
                .contains("no_such");
    }

    @Test
    void aMigrationThatStopsSaysWhyAndGoesOnTheNextTime() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> open = CompletableFuture.runAsync(() -> hold(held, done));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

        String message = message(desk);
        done.countDown();
        open.join();

        assertThat(message)
                .isEqualTo("The migration stopped at “what ticketwire needs”, because another transaction has held the"
                        + " table for longer than it waits. End that one (SHOW PROCESSLIST), or choose a quieter moment,"
                        + " and run ./ticketwire migrate again: it goes on from there. The database says: Lock wait timeout"
                        + " exceeded; try restarting transaction");
        assertThat(Migration.migrate(desk)).isPositive();
    }

    /** Reads a ticket in a transaction that stays open. */
    private void hold(CountDownLatch held, CountDownLatch done) {
        try (Connection connection = desk.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("SELECT ticket_id FROM ost_ticket LIMIT 1").close();
            held.countDown();
            done.await(5, TimeUnit.MINUTES);
            connection.rollback();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aHistoryThatSomebodyChangedIsToldHowToBeMadeAnew() throws SQLException {
        Migration.migrate(desk);
        run("UPDATE ticketwire_schema_history SET checksum = 4711 WHERE version = '4'");

        assertThat(message(desk))
                .startsWith("The table ticketwire_schema_history does not fit this version of Ticketwire:")
                .doesNotContainIgnoringCase("flyway");
        run("DROP TABLE ticketwire_schema_history");
        assertThat(Migration.migrate(desk)).isPositive();
    }
}
