package dev.ticketwire.stats.count;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts of the demo help desk, from memory. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class StatisticsIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    @Inject
    CellProjection projection;

    @BeforeEach
    void readReference() {
        reference.refresh();
        await().until(() -> projection.current() != null);
    }

    @AfterEach
    void removeWhatWasAdded() throws SQLException {
        run("DELETE FROM ost_ticket WHERE ticket_id >= 900");
        run("UPDATE ost_department SET name = 'Workshop' WHERE id = 2");
    }

    @Test
    void ticketsAreCountedByDepartmentAndAgent() {
        String answer = get("application/json");

        assertThat(answer)
                .isEqualTo("{\"total\":12,\"open\":9,\"closed\":3,\"overdue\":0,\"by_department\":{"
                        + "\"Accounts\":{\"total\":2,\"open\":0,\"closed\":2,\"overdue\":0},"
                        + "\"Front Desk\":{\"total\":6,\"open\":5,\"closed\":1,\"overdue\":0},"
                        + "\"Wheels\":{\"total\":1,\"open\":1,\"closed\":0,\"overdue\":0},"
                        + "\"Workshop\":{\"total\":3,\"open\":3,\"closed\":0,\"overdue\":0}},\"by_staff\":["
                        + "{\"staff_id\":3,\"staff_name\":\"Inês Prado\",\"total\":2,"
                        + "\"departments\":{\"Accounts\":{\"open\":0,\"closed\":2,\"overdue\":0}}},"
                        + "{\"staff_id\":1,\"staff_name\":\"Mira Holm\",\"total\":2,"
                        + "\"departments\":{\"Front Desk\":{\"open\":1,\"closed\":1,\"overdue\":0}}},"
                        + "{\"staff_id\":2,\"staff_name\":\"Tomasz Wójcik\",\"total\":2,"
                        + "\"departments\":{\"Workshop\":{\"open\":2,\"closed\":0,\"overdue\":0}}}]}");
    }

    @Test
    void whoIsBoundToDepartmentsGetsTheCountsOfThose() {
        Departments some = Departments.of(List.of(2, 4));

        String answer = given().header(TestIdentity.HEADER, TestIdentity.token("stats-service", some))
                .get("/stats")
                .asString();

        assertThat(JsonPath.from(answer).getMap("by_department")).containsOnlyKeys("Accounts", "Workshop");
        assertThat(JsonPath.from(answer).getInt("total")).isEqualTo(5);
        assertThat(JsonPath.from(answer).getList("by_staff.staff_name")).containsExactly("Inês Prado", "Tomasz Wójcik");
    }

    @Test
    void inXmlDepartmentsAreItemsWithNames() {
        assertThat(get("application/xml"))
                .startsWith("<?xml version=\"1.0\"?>\n<response><total>12</total><open>9</open><closed>3</closed>"
                        + "<overdue>0</overdue><by_department><item><name>Accounts</name><total>2</total>")
                .contains("<item><staff_id>3</staff_id><staff_name>In&#xEA;s Prado</staff_name><total>2</total>"
                        + "<departments><item><name>Accounts</name><open>0</open><closed>2</closed>");
    }

    @Test
    void closedTicketsMayBeOverdueAndArchivedOnesAreOpen() throws SQLException {
        run("INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, isoverdue, created, updated) VALUES"
                + " (900, 'a', 3, 4, 1, NOW(), NOW()), (901, 'b', 4, 4, 0, NOW(), NOW())");

        assertThat(get("application/json"))
                .startsWith("{\"total\":14,\"open\":10,\"closed\":4,\"overdue\":1,")
                .contains("\"Accounts\":{\"total\":4,\"open\":1,\"closed\":3,\"overdue\":1}");
    }

    @Test
    void aTicketThatMovesCountsWhereItIs() throws SQLException {
        run("INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, staff_id, created, updated)"
                + " VALUES (900, 'a', 1, 4, 1, NOW(), NOW())");
        run("UPDATE ost_ticket SET dept_id = 2, staff_id = 0, status_id = 3, isoverdue = 1 WHERE ticket_id = 900");

        assertThat(get("application/json"))
                .startsWith("{\"total\":13,\"open\":9,\"closed\":4,\"overdue\":1,")
                .contains("\"Accounts\":{\"total\":2,\"open\":0,\"closed\":2,\"overdue\":0}")
                .contains("\"Workshop\":{\"total\":4,\"open\":3,\"closed\":1,\"overdue\":1}")
                .contains("\"staff_name\":\"Mira Holm\",\"total\":2,");

        run("DELETE FROM ost_ticket WHERE ticket_id = 900");

        assertThat(get("application/json")).startsWith("{\"total\":12,");
        assertMemoryIsRight();
    }

    @Test
    void whatRefersToNothingCountsWhereItCan() throws SQLException {
        run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, dept_id, staff_id, created, updated) VALUES"
                        + " (900, 'no department, no agent', 1, 77, 77, NOW(), NOW()), (901, 'no status', 77, 1, 1, NOW(), NOW())");

        assertThat(get("application/json"))
                .startsWith("{\"total\":13,\"open\":10,")
                .contains("\"Front Desk\":{\"total\":7,\"open\":6,\"closed\":1,\"overdue\":0}")
                .contains("\"staff_name\":\"Mira Holm\",\"total\":2,")
                .doesNotContain("77");
    }

    @Test
    void departmentsOfOneNameAreOne() throws SQLException {
        run("UPDATE ost_department SET name = 'Accounts' WHERE id = 2");
        reference.refresh();

        assertThat(get("application/json"))
                .contains("\"Accounts\":{\"total\":5,\"open\":3,\"closed\":2,\"overdue\":0}");
    }

    void assertMemoryIsRight() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(projection.current()).isEqualTo(CellReader.all(connection));
        }
    }

    private static String get(String accept) {
        return given().header("Accept", accept).get("/stats").asString();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
