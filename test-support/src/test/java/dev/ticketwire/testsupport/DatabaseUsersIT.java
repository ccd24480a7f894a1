package dev.ticketwire.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.osticket.check.Purpose;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseUsers;
import dev.ticketwire.setup.database.Migration;
import dev.ticketwire.setup.database.ServiceAccount;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The services' database users may do what their services do, and no more. */
class DatabaseUsersIT {
    private static final Database DESK =
            TestInfrastructure.helpDesk("least_privilege").root();

    @BeforeAll
    static void createThemTwice() {
        DatabaseUsers.create(DESK, "ost_", passwords("of the first run"));
        DatabaseUsers.create(DESK, "ost_", passwords("it's \\ the second"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GATEWAY")
    void theServicesOwnCheckOfTheDatabasePasses(ServiceAccount account) {
        assertThat(Migration.look(as(account), purpose(account)).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMMAND")
    void onlyTheCommandServiceWritesTickets(ServiceAccount account) {
        for (String statement : List.of(
                "UPDATE ost_ticket SET updated = NOW() WHERE 1 = 0",
                "DELETE FROM ost_thread_entry WHERE 1 = 0",
                "INSERT INTO ticketwire_command () VALUES ()",
                "TRUNCATE ost_ticket")) {
            assertRefused(account, statement);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChangesTablesReadsAnAgentsPasswordOrAnythingElse(ServiceAccount account) {
        for (String statement : List.of(
                "ALTER TABLE ost_ticket ADD COLUMN x INT",
                "CREATE TABLE x (y INT)",
                "DROP TABLE ticketwire_command",
                "SELECT passwd FROM ost_staff",
                "SELECT * FROM ost_staff",
                "SELECT 1 FROM ticketwire_schema_history",
                "SELECT user FROM mysql.user",
                "UPDATE ost_config SET value = ''",
                "SELECT 1 INTO OUTFILE '/tmp/x'",
                "GRANT SELECT ON ost_ticket TO tw_stats@'%'")) {
            assertRefused(account, statement);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QUERY", "STATS", "EVENT"})
    void thoseThatFollowTheBinaryLogMayReadItsPlace(ServiceAccount account) throws SQLException {
        assertThat(TestSql.texts(as(account), "SHOW BINARY LOGS")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "COMMAND", "SUBTICKET", "WEBHOOK", "MAIL"})
    void theOthersMayNot(ServiceAccount account) {
        assertRefused(account, "SHOW BINARY LOGS");
    }

    @Test
    void theGatewayKeepsKeysAndReadsNoTicket() {
        assertThatCode(() -> TestSql.execute(
                        as(ServiceAccount.GATEWAY),
                        "UPDATE ost_api_key SET isactive = isactive WHERE 1 = 0",
                        "DELETE FROM ticketwire_key_secret WHERE 1 = 0"))
                .doesNotThrowAnyException();

        assertRefused(ServiceAccount.GATEWAY, "SELECT 1 FROM ost_ticket");
        assertRefused(ServiceAccount.GATEWAY, "SELECT 1 FROM ost_user_email");
        assertRefused(ServiceAccount.GATEWAY, "DELETE FROM ost_api_key WHERE 1 = 0");
    }

    /** Services detect changes of the reference data by it: the rights on single columns of agents must do for it. */
    @ParameterizedTest
    @EnumSource
    void theChecksumsOfReferenceTablesAreReadable(ServiceAccount account) throws SQLException {
        String tables = "ost_staff, ost_config, ost_api_key, ticketwire_key_secret";

        assertThat(checksums(as(account), tables)).hasSize(4).doesNotContain("null");
        assertThat(checksums(as(account), tables)).isEqualTo(checksums(DESK, tables));
    }

    @Test
    void thePasswordsOfAnEarlierRunAreNoLongerGood() {
        Database before = DESK.as(ServiceAccount.STATS.user(), "of the first run");

        assertThatThrownBy(() -> TestSql.execute(before, "SELECT 1")).hasMessageContaining("Access denied");
    }

    @Test
    void theWebhookServiceKeepsItsTablesAndReadsNoTicket() {
        assertThatCode(() -> TestSql.execute(
                        as(ServiceAccount.WEBHOOK),
                        "SELECT sealed FROM ticketwire_webhook WHERE 1 = 0 FOR UPDATE",
                        "DELETE FROM ticketwire_webhook_attempt WHERE 1 = 0"))
                .doesNotThrowAnyException();

        for (String table : List.of("ost_ticket", "ost_thread_entry", "ost_user_email", "ticketwire_command")) {
            assertRefused(ServiceAccount.WEBHOOK, "SELECT 1 FROM " + table);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBHOOK")
    void nobodyElseReadsWebhooks(ServiceAccount account) {
        assertRefused(account, "SELECT 1 FROM ticketwire_webhook");
        assertRefused(account, "SELECT 1 FROM ticketwire_webhook_delivery");
    }

    @Test
    void theMailServiceSettlesMailsAndReadsNoTicket() {
        assertThatCode(() -> TestSql.execute(
                        as(ServiceAccount.MAIL),
                        "UPDATE ticketwire_mail SET state = 'sent' WHERE 1 = 0",
                        "DELETE FROM ticketwire_mail_text WHERE 1 = 0",
                        "SELECT filedata FROM ost_file_chunk WHERE 1 = 0"))
                .doesNotThrowAnyException();

        assertRefused(ServiceAccount.MAIL, "INSERT INTO ticketwire_mail () VALUES ()");
        for (String table : List.of("ost_ticket", "ost_thread_entry", "ost_user_email")) {
            assertRefused(ServiceAccount.MAIL, "SELECT 1 FROM " + table);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"COMMAND", "MAIL"})
    void nobodyElseReadsWhatMailsSay(ServiceAccount account) {
        assertRefused(account, "SELECT 1 FROM ticketwire_mail_text");
    }

    private static Purpose purpose(ServiceAccount account) {
        return switch (account) {
            case COMMAND -> Purpose.WRITE;
            case WEBHOOK -> Purpose.DELIVER;
            case MAIL -> Purpose.MAIL;
            default -> Purpose.READ;
        };
    }

    private static List<String> checksums(Database database, String tables) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("CHECKSUM TABLE " + tables)) {
            List<String> checksums = new ArrayList<>();
            while (rows.next()) {
                checksums.add(String.valueOf(rows.getString(2)));
            }
            return checksums;
        }
    }

    private static void assertRefused(ServiceAccount account, String statement) {
        assertThatThrownBy(() -> TestSql.execute(as(account), statement))
                .as(statement)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    private static Database as(ServiceAccount account) {
        return DESK.as(account.user(), "it's \\ the second");
    }

    private static Map<ServiceAccount, String> passwords(String password) {
        return Arrays.stream(ServiceAccount.values()).collect(Collectors.toMap(Function.identity(), any -> password));
    }
}
