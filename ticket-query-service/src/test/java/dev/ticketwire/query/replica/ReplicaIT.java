package dev.ticketwire.query.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestReplica;
import dev.ticketwire.testsupport.TestSql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads with a real replica, which is sometimes late, away, or not the primary's. */
@QuarkusTest
@TestProfile(ReplicaIT.TwoServers.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class ReplicaIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String LIST = "/tickets";
    private static final LocalDateTime BEGIN = LocalDateTime.of(2030, 1, 1, 0, 0);
    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static int change;

    @Inject
    MeterRegistry metrics;

    @Inject
    ReferenceSnapshot reference;

    @ConfigProperty(name = "test.replica.port")
    int replicaPort;

    @ConfigProperty(name = "test.primary.port")
    int primaryPort;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    private TestReplica replica;
    private Database primary;

    public static class TwoServers implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ReplicaResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @BeforeEach
    void prepare() throws SQLException {
        replica = TestReplica.running(replicaPort);
        primary = new Database("127.0.0.1", primaryPort, "query_replica", rootUser, rootPassword);
        TestSql.execute(
                primary,
                "REPLACE INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created)"
                        + " VALUES (920, 'T', 'D', 'text/plain', 5, 'k', 's', 'a.txt', NOW())",
                "REPLACE INTO ost_file_chunk (file_id, chunk_id, filedata) VALUES (920, 0, 'bytes')",
                "REPLACE INTO ost_attachment (id, object_id, type, file_id, inline)"
                        + " SELECT 920, MIN(e.id), 'H', 920, 0 FROM ost_thread_entry e"
                        + " JOIN ost_thread t ON t.id = e.thread_id WHERE t.object_id = 5 AND t.object_type = 'T'");
        reference.refresh();
        // The first read makes the counters.
        assertThat(read(LIST).statusCode()).isEqualTo(200);
        awaitReplica(LIST);
    }

    @AfterEach
    void replicateAgain() {
        replica.execute("STOP SLAVE", "CHANGE MASTER TO master_delay = 0", "START SLAVE");
        awaitReplica(LIST);
    }

    @Test
    void aWriteIsVisibleToTheNextReadFromTheReplica() throws SQLException {
        double before = answers("replica");

        writeAndRead(50);

        assertThat(answers("replica")).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/search?limit=100", "/tickets/602881/thread", "/attachments/920/content"})
    void anExpensiveReadMayUseTheReplica(String path) {
        awaitReplica(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tickets/602881",
                "/tickets/602881?versioned=true",
                "/own-tickets?externalId=none",
                "/commands/0190c0de-0000-7000-8000-000000000002/items?count=1",
                "/departments"
            })
    void anyOtherReadNeverDoes(String path) {
        double before = all();

        assertThat(read(path).statusCode()).isEqualTo(200);

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aReplicaThatStandsStillIsNotBelieved() throws SQLException {
        double before = answers("primary_late");
        replica.execute("STOP SLAVE SQL_THREAD");

        assertNotUsed();

        assertThat(answers("primary_late")).isGreaterThan(before);
    }

    @Test
    void aReplicaThatIsBehindIsNotBelieved() throws SQLException {
        double before = answers("primary_late");
        replica.execute("STOP SLAVE", "CHANGE MASTER TO master_delay = 3600", "START SLAVE");

        assertNotUsed();

        assertThat(answers("primary_late")).isGreaterThan(before);
    }

    @Test
    void aReplicaThatDiesIsNotMissed() throws SQLException {
        double before = answers("primary_away");
        replica.kill();
        try {
            assertNotUsed();
            assertThat(answers("primary_away")).isGreaterThan(before);
        } finally {
            replica.restart();
        }
    }

    @Test
    void aServerWithOtherTransactionsThanThePrimarysIsNotBelieved() throws SQLException {
        double before = answers("primary_away");
        String position = replica.value("SELECT @@gtid_slave_pos");
        replica.execute("STOP SLAVE", "SET GLOBAL gtid_slave_pos = '0-77-999999999'");
        try {
            assertNotUsed();
            assertThat(answers("primary_away")).isGreaterThan(before);
        } finally {
            replica.execute("SET GLOBAL gtid_slave_pos = '" + position + "'");
        }
    }

    @Test
    void aReplicaWithoutTheTablesIsNotMissed() throws SQLException {
        replica.execute("STOP SLAVE SQL_THREAD", "RENAME TABLE query_replica.ost_ticket TO query_replica.away");
        try {
            assertThat(read(LIST).statusCode()).isEqualTo(200);
        } finally {
            replica.execute("RENAME TABLE query_replica.away TO query_replica.ost_ticket");
        }
    }

    private void assertNotUsed() throws SQLException {
        double before = answers("replica");
        writeAndRead(5);
        assertThat(answers("replica")).isEqualTo(before);
    }

    /** Writes as osTicket does, then reads; fails if a change is not seen. */
    private void writeAndRead(int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            String updated = BEGIN.plusSeconds(++change).format(STORED);
            TestSql.execute(primary, "UPDATE ost_ticket SET updated = '" + updated + "' WHERE ticket_id = 5");
            assertThat(read(LIST).asString()).contains("\"updated\":\"" + updated + "\"");
        }
    }

    private void awaitReplica(String path) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            double before = answers("replica");
            assertThat(read(path).statusCode()).isEqualTo(200);
            return answers("replica") > before;
        });
    }

    private static Response read(String path) {
        return given().accept("*/*").get(path);
    }

    private double answers(String answer) {
        return metrics.get("ticketwire.replica.reads")
                .tag("answer", answer)
                .counter()
                .count();
    }

    private double all() {
        return answers("replica") + answers("primary_late") + answers("primary_away");
    }
}
