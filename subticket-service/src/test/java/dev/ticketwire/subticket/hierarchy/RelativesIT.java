package dev.ticketwire.subticket.hierarchy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parents and children in the demo help desk: 602882 and 602883 hang under 602881. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class RelativesIT {
    @Inject
    AgroalDataSource database;

    @AfterEach
    void removeWhatWasAdded() throws SQLException {
        run("DELETE FROM ost_ticket WHERE ticket_id >= 900");
    }

    @Test
    void childrenComeOldestFirst() {
        Response answer = get("/tickets/602881/children", "application/json");

        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(answer.asString())
                .isEqualTo("{\"children\":[{\"ticket_id\":6,\"number\":\"602882\","
                        + "\"subject\":\"Summer party: prepare the bikes\",\"status\":\"Open\"},"
                        + "{\"ticket_id\":7,\"number\":\"602883\",\"subject\":\"Summer party: offer and deposit\","
                        + "\"status\":\"Closed\"}]}");
    }

    @Test
    void aChildWithoutSubjectAndStatusHasTextsAllTheSame() throws SQLException {
        run("INSERT INTO ost_ticket (ticket_id, ticket_pid, number, status_id, created, updated)"
                + " VALUES (900, 8, '900900', 77, NOW(), NOW())");

        assertThat(get("/tickets/731950/children", "application/json").asString())
                .isEqualTo(
                        "{\"children\":[{\"ticket_id\":900,\"number\":\"900900\",\"subject\":\"\",\"status\":\"Unknown\"}]}");
    }

    @Test
    void aTicketWithoutChildrenHasAnEmptyList() {
        assertThat(get("/tickets/480113/children", "application/json").asString())
                .isEqualTo("{\"children\":[]}");
        assertThat(get("/tickets/480113/children", "application/xml").asString())
                .isEqualTo("<?xml version=\"1.0\"?>\n<response><children/></response>\n");
    }

    @Test
    void aChildHasAParent() {
        assertThat(get("/tickets/602883/parent", "application/json").asString())
                .isEqualTo("{\"parent\":{\"ticket_id\":5,\"number\":\"602881\","
                        + "\"subject\":\"Twelve bikes for the summer party\",\"status\":\"Open\"}}");
    }

    @Test
    void aParentWithoutSubjectAndStatusHasNulls() throws SQLException {
        run("INSERT INTO ost_ticket (ticket_id, ticket_pid, number, status_id, created, updated)"
                + " VALUES (900, NULL, '900900', 77, NOW(), NOW()), (901, 900, '900901', 1, NOW(), NOW())");

        assertThat(get("/tickets/900901/parent", "application/json").asString())
                .isEqualTo("{\"parent\":{\"ticket_id\":900,\"number\":\"900900\",\"subject\":null,\"status\":null}}");
    }

    @Test
    void noParentAndOneThatIsGoneAreNull() throws SQLException {
        run("INSERT INTO ost_ticket (ticket_id, ticket_pid, number, status_id, created, updated)"
                + " VALUES (900, 4711, '900900', 1, NOW(), NOW())");

        assertThat(get("/tickets/602881/parent", "application/json").asString()).isEqualTo("{\"parent\":null}");
        assertThat(get("/tickets/900900/parent", "application/json").asString()).isEqualTo("{\"parent\":null}");
    }

    @Test
    void onlyANumberAddressesATicket() {
        assertProblem(get("/tickets/5/children", "application/json"), 404, "Parent ticket not found");
        assertProblem(get("/tickets/6/parent", "application/json"), 404, "Child ticket not found");
        assertProblem(get("/tickets/%F0%9F%8E%89/parent", "application/json"), 404, "Child ticket not found");
        assertProblem(get("/tickets/0/parent", "application/xml"), 400, "Invalid ticket number");
    }

    @Test
    void whoIsBoundToDepartmentsSeesNoTicketOfAnother() throws SQLException {
        run("INSERT INTO ost_ticket (ticket_id, ticket_pid, number, dept_id, status_id, created, updated)"
                + " VALUES (900, NULL, '900900', 2, 1, NOW(), NOW()), (901, 900, '900901', 2, 1, NOW(), NOW()),"
                + " (902, 900, '900902', 4, 1, NOW(), NOW())");

        assertThat(bound("/tickets/900900/children", 2).jsonPath().getList("children.number"))
                .containsExactly("900901");
        assertThat(bound("/tickets/900900/children", 2, 4).jsonPath().getList("children.number"))
                .containsExactly("900901", "900902");
        assertThat(bound("/tickets/900902/parent", 4).asString()).isEqualTo("{\"parent\":null}");
        assertProblem(bound("/tickets/900900/children", 4), 404, "Parent ticket not found");
        assertProblem(bound("/tickets/900902/parent", 2), 404, "Child ticket not found");
    }

    @Test
    void nobodyIsAnsweredWithoutAnIdentityForThisService() {
        for (String token : List.of("", "x.y.z", TestIdentity.token("stats-service", Departments.ALL))) {
            for (String path : List.of("/tickets/602881/children", "/", "/q/health", "/no/such/path")) {
                Response answer = given().header(TestIdentity.HEADER, token).get(path);

                assertProblem(answer, 401, "Only the gateway may ask this service, with a valid identity");
            }
        }
    }

    private static Response bound(String path, Integer... departments) {
        return given().header(
                        TestIdentity.HEADER,
                        TestIdentity.token("subticket-service", Departments.of(List.of(departments))))
                .get(path);
    }

    private static Response get(String path, String accept) {
        return given().urlEncodingEnabled(false).header("Accept", accept).get(path);
    }

    private static void assertProblem(Response answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
