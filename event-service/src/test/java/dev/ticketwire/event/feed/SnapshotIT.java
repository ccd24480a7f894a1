package dev.ticketwire.event.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.event.feed.FeedTopics.Published;
import dev.ticketwire.testsupport.TestIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator asks any replica, here one that stands by, for existing tickets; the leader publishes them. */
@QuarkusTest
@QuarkusTestResource(FeedDesk.class)
class SnapshotIT {
    private static final String PATH = "/events/snapshot";
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    FeedParts service;

    @SuppressWarnings("NullAway.Init")
    private FeedParts parts;

    @SuppressWarnings("NullAway.Init")
    private CaptureReplica leader;

    @BeforeEach
    void start() {
        parts = FeedKit.parts(
                FeedTopics.kafka(),
                service.database(),
                service.logs(),
                service.assemblers(),
                service.tickets(),
                service.reference());
        leader = new CaptureReplica(parts);
        leader.start();
        await().atMost(LONG).until(() -> parts.status().isCapturing());
    }

    @AfterEach
    void stop() {
        operator().delete(PATH);
        leader.close();
        parts.states().close();
    }

    @Test
    void ticketsAreSelectedByFilterAndPublishedAsTheyAre() throws SQLException {
        String id = begin("{\"state\":\"open\",\"department\":[1,2],\"updatedSince\":\"2001-01-01\",\"rate\":5000}");

        awaitState("done");
        List<String> expected =
                column("SELECT t.number FROM ost_ticket t JOIN ost_ticket_status s ON s.id = t.status_id"
                        + " WHERE s.state = 'open' AND t.dept_id IN (1, 2)");
        assertThat(expected).isNotEmpty();
        assertThat(told(id)).extracting(Published::key).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(told(id)).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo("ticket.snapshot.v1");
            assertThat(event.text()).contains("\"actor\":{\"type\":\"system\"}").doesNotContain("\"before\"");
        });
    }

    @Test
    void ticketsAreSelectedByNumber() throws SQLException {
        String number =
                column("SELECT number FROM ost_ticket WHERE ticket_id = 3").getFirst();

        String id = begin("{\"numbers\":[\"" + number + "\",\"no such\"]}");

        awaitState("done").body("published", equalTo(1));
        assertThat(told(id)).extracting(Published::key).containsExactly(number);
    }

    @Test
    void anotherLeaderGoesOnWithASnapshot() throws SQLException {
        String id = begin("{\"rate\":10}");
        await().until(() -> told(id).size() >= 3);
        leader.close();
        parts.states().close();
        int before = told(id).size();

        start();

        awaitState("done");
        List<String> all = column("SELECT number FROM ost_ticket");
        assertThat(before).isLessThan(all.size());
        assertThat(told(id)).extracting(Published::key).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void oneRunsAtATimeAndCanBeCancelled() {
        String id = begin("{\"rate\":1}");

        operator().post(PATH).then().statusCode(409).body("code", equalTo("snapshot-running"));
        operator().delete(PATH).then().statusCode(200).body("state", equalTo("cancelled"));

        int told = told(id).size();
        operator().delete(PATH).then().statusCode(404).body("code", equalTo("snapshot-not-found"));
        begin("{\"numbers\":[\"no such\"]}");
        awaitState("done").body("published", equalTo(0));
        assertThat(told(id)).hasSize(told);
    }

    @Test
    void whatIsNoFilterIsRefusedByName() {
        refused("{\"colour\":\"red\"}", "unknown-field", "colour");
        refused("{\"rate\":0}", "invalid-value", "rate");
        refused("{\"numbers\":[{}]}", "invalid-value", "numbers");
        refused("{\"department\":\"no such\"}", "invalid-value", "department");
        operator().body("[").post(PATH).then().statusCode(400).body("code", equalTo("invalid-json"));
    }

    @Test
    void onlyTheGatewayForAnOperatorIsAnswered() {
        given().post(PATH).then().statusCode(401);
        given().header(TestIdentity.HEADER, TestIdentity.token("event-service", Departments.ALL))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    private static void refused(String body, String code, String field) {
        operator().body(body).post(PATH).then().statusCode(400).body("code", equalTo(code), "field", equalTo(field));
    }

    private static String begin(String body) {
        return operator().body(body).post(PATH).then().statusCode(202).extract().path("id");
    }

    private static RequestSpecification operator() {
        return given().header(TestIdentity.HEADER, TestIdentity.token("event-service", Identity.GATEWAY));
    }

    private static ValidatableResponse awaitState(String state) {
        await().atMost(LONG)
                .untilAsserted(() -> operator().get(PATH).then().statusCode(200).body("state", equalTo(state)));
        return operator().get(PATH).then();
    }

    private static List<Published> told(String snapshot) {
        return FeedTopics.events().stream()
                .filter(event -> event.event().getId().startsWith("snapshot-" + snapshot))
                .toList();
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = service.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
