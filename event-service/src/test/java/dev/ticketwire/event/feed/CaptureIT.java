package dev.ticketwire.event.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.event.feed.FeedTopics.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a real log to a real topic: starts, outages, gaps. */
@QuarkusTest
@QuarkusTestResource(FeedDesk.class)
class CaptureIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    FeedParts service;

    @SuppressWarnings("NullAway.Init")
    private FeedParts parts;

    @SuppressWarnings("NullAway.Init")
    private CaptureReplica replica;

    @BeforeEach
    void emptyTopics() {
        FeedTopics.renew();
        start();
    }

    @AfterEach
    void end() {
        stop();
    }

    @Test
    void theFirstStartTellsWhatChangesFromNowOn() throws SQLException {
        stop();
        FeedTopics.renew();
        transfer(1);

        start();
        transfer(2);

        awaitTransfers(1);
        assertThat(transfers()).singleElement().satisfies(told -> {
            assertThat(told.key()).isEqualTo(number(2));
            assertThat(told.text()).contains("\"before\"", "\"after\"");
        });
    }

    @Test
    void aRestartGoesOnWhereItEndedWithoutLossAndRepetition() throws SQLException {
        transfer(1);
        awaitTransfers(1);
        stop();
        transfer(2);
        transfer(3);

        start();
        transfer(4);

        awaitTransfers(4);
        assertThat(transfers()).extracting(Published::key).containsOnlyOnce(number(1), number(2), number(3), number(4));
        assertThat(gaps()).isEmpty();
    }

    @Test
    void lostConnectionsLoseNothing() throws SQLException {
        for (int round = 0; round < 3; round++) {
            transfer(1 + round);
            killConnections();
        }
        transfer(4);

        awaitTransfers(4);
        assertThat(new HashSet<>(ids(transfers()))).hasSize(4);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aPlaceThatMovesWithOtherDatabasesSurvivesAPurge() throws SQLException {
        transfer(1);
        awaitTransfers(1);
        root(
                "FLUSH BINARY LOGS",
                "CREATE TABLE IF NOT EXISTS test_other (id INT)",
                "INSERT INTO test_other VALUES (1)");
        String file = text("SHOW MASTER STATUS");
        await().untilAsserted(() -> assertThat(FeedTopics.state("capture")).contains(file));
        stop();
        purge();

        start();
        transfer(2);

        awaitTransfers(2);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aPurgedLogIsAGapAndChangedTicketsAreToldAgain() throws SQLException {
        transfer(1);
        awaitTransfers(1);
        stop();
        transfer(2);
        root("FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        purge();

        start();
        transfer(3);

        awaitTransfers(2);
        assertThat(transfers()).extracting(Published::key).containsExactlyInAnyOrder(number(1), number(3));
        assertOneGap("any more");
        awaitResynchronised(2);
    }

    @Test
    void aResetLogIsAGapEvenIfItHasGrownBeyondTheOldPlace() throws SQLException {
        transfer(1);
        awaitTransfers(1);
        stop();
        transfer(2);
        root("RESET MASTER");
        for (int ticket = 5; ticket < 15; ticket++) {
            transfer(ticket);
        }

        start();
        transfer(3);

        awaitTransfers(2);
        assertOneGap("the log");
        awaitResynchronised(2);
    }

    @Test
    void aLogThatIsResetWhileItIsReadIsAGap() throws SQLException {
        transfer(1);
        awaitTransfers(1);

        root("RESET MASTER");
        transfer(2);

        await().atMost(LONG).until(() -> !gaps().isEmpty());
        awaitResynchronised(2);
        transfer(3);
        awaitTransfers(2);
    }

    @Test
    void anotherServerIsAGap() throws SQLException {
        transfer(1);
        awaitTransfers(1);
        stop();
        root("SET GLOBAL server_id = 77");
        killConnections();
        try {
            start();
            transfer(2);

            awaitTransfers(2);
            assertOneGap("the server 77");
        } finally {
            stop();
            root("SET GLOBAL server_id = 1");
            killConnections();
        }
    }

    @Test
    void anEmptiedTableIsAGapAndTheFeedGoesOnBehindIt() throws SQLException {
        transfer(1);
        awaitTransfers(1);

        root("TRUNCATE TABLE ost_thread_referral");
        transfer(2);

        awaitTransfers(2);
        assertOneGap("thread_referral");
        awaitResynchronised(1);
    }

    @Test
    void settingsThatHideChangesAreNamedUntilTheyAreMended() throws SQLException {
        stop();
        root("SET GLOBAL binlog_row_image = 'MINIMAL'");
        try {
            start(false);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(parts.status().waitingFor()).contains("binlog_row_image"));
        } finally {
            root("SET GLOBAL binlog_row_image = 'FULL'");
        }

        awaitCapture();
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aStateThatCannotBeReadIsAGap() throws SQLException {
        transfer(1);
        awaitTransfers(1);
        stop();
        FeedTopics.store("capture", "{\"version\":99}");

        start();
        transfer(2);

        awaitTransfers(2);
        assertOneGap("cannot be read");
        awaitResynchronised(1);
    }

    private void start() {
        start(true);
    }

    private void start(boolean awaits) {
        parts = FeedKit.parts(
                FeedTopics.kafka(),
                service.database(),
                service.logs(),
                service.assemblers(),
                service.tickets(),
                service.reference());
        replica = new CaptureReplica(parts);
        replica.start();
        if (awaits) {
            awaitCapture();
        }
    }

    private void awaitCapture() {
        await().atMost(LONG).until(() -> parts.status().isCapturing());
    }

    private void stop() {
        replica.close();
        parts.states().close();
    }

    /** A change that a single statement makes, as osTicket's first statement of a transfer. */
    private void transfer(long ticket) throws SQLException {
        root("UPDATE ost_ticket SET dept_id = IF(dept_id = 1, 2, 1), updated = NOW() WHERE ticket_id = " + ticket);
    }

    private String number(long ticket) throws SQLException {
        return text("SELECT number FROM ost_ticket WHERE ticket_id = " + ticket);
    }

    private static void awaitTransfers(int number) {
        await().atMost(LONG).untilAsserted(() -> assertThat(transfers()).hasSize(number));
    }

    private void awaitResynchronised(long ticket) throws SQLException {
        String number = number(ticket);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(of("ticket.resynchronised.v1"))
                        .extracting(Published::key)
                        .containsOnlyOnce(number));
    }

    /** One record for each partition, with one id. */
    private static void assertOneGap(String reason) {
        assertThat(gaps()).hasSize(12).allSatisfy(gap -> assertThat(gap.text()).contains(reason));
        assertThat(gaps()).extracting(Published::partition).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids(gaps()))).hasSize(1);
    }

    private static List<Published> transfers() {
        return of("ticket.transferred.v1");
    }

    private static List<Published> gaps() {
        return of("feed.gap.v1");
    }

    private static List<Published> of(String type) {
        return FeedTopics.events().stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    private static List<String> ids(List<Published> events) {
        return events.stream().map(event -> event.event().getId()).toList();
    }

    /** Removes all files of the log but the newest; a reader that the server still knows would keep its file. */
    private static void purge() throws SQLException {
        killConnections();
        String file = text("SHOW MASTER STATUS");
        await().untilAsserted(() -> {
            root("PURGE BINARY LOGS TO '" + file + "'");
            assertThat(text("SHOW BINARY LOGS")).isEqualTo(file);
        });
    }

    private static void killConnections() throws SQLException {
        List<String> kills = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id FROM information_schema.processlist WHERE user = 'ticketwire'")) {
            while (row.next()) {
                kills.add("KILL " + row.getLong(1));
            }
        }
        for (String kill : kills) {
            try {
                root(kill);
            } catch (SQLException e) {
                // It has ended by itself.
                assertThat(e.getErrorCode()).isEqualTo(1094);
            }
        }
    }

    private static void root(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("ticketwire.db.url", String.class),
                config.getValue("test.root.user", String.class),
                config.getValue("test.root.password", String.class));
    }
}
