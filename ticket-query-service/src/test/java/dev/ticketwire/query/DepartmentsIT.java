package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a caller sees that is bound to departments: of the demo help desk, 602881 lies in the front desk (1) and has children
 * in the workshop (2) and in accounts (4).
 */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class DepartmentsIT {
    private static final Departments WORKSHOP = Departments.of(List.of(2));

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    @BeforeEach
    void readReference() {
        reference.refresh();
    }

    @AfterEach
    void removeWhatWasAdded() throws SQLException {
        run(
                "DELETE FROM ost_attachment WHERE file_id >= 900",
                "DELETE FROM ost_file WHERE id >= 900",
                "DELETE FROM ticketwire_external_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tickets/602881", "/tickets/5", "/tickets/602881?versioned=true", "/tickets/602881/thread"})
    void aTicketOfAnotherDepartmentIsAsIfItDidNotExist(String path) {
        Response answer = get(path, WORKSHOP);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString())
                .isEqualTo(get("/tickets/none-at-all", WORKSHOP).asString());
        assertThat(get(path, Departments.of(List.of(1))).statusCode()).isEqualTo(200);
    }

    @Test
    void whoKnowsItsVersionIsNotToldThatItIsStillTheSame() {
        String tag = get("/tickets/602881?versioned=true", Departments.ALL).header("ETag");

        assertThat(request(WORKSHOP)
                        .header("If-None-Match", tag)
                        .get("/tickets/602881?versioned=true")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void childrenOfOtherDepartmentsAreLeftOut() {
        assertThat(get("/tickets/602881", Departments.of(List.of(1, 2)))
                        .jsonPath()
                        .getList("children"))
                .containsExactly(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?limit=100",
                "/search?query=e&limit=100",
                "/tickets?limit=100",
                "/tickets?limit=100&sort=number"
            })
    void ofAllTicketsOnlyThoseOfTheDepartmentAreFound(String path) {
        assertThat(get(path, WORKSHOP).jsonPath().getList("number", String.class))
                .contains("R-0001", "602882")
                .doesNotContain("602881", "602883");
        assertThat(get(path, WORKSHOP).jsonPath().getList("departmentId", Integer.class))
                .isNotEmpty()
                .containsOnly(2);
    }

    @Test
    void aFilterByAnotherDepartmentFindsNothingAndTheTotalIsThatOfTheOwn() {
        assertThat(get("/search?department=1", WORKSHOP).jsonPath().getList("number"))
                .isEmpty();
        assertThat(get("/tickets?department=1", WORKSHOP).jsonPath().getList("number"))
                .isEmpty();
        assertThat(get("/tickets?total=true", WORKSHOP).header("X-Total-Count")).isEqualTo("3");
    }

    @Test
    void aParentOfAnotherDepartmentIsNotToldOf() {
        assertThat(get("/tickets?parent=602881", Departments.of(List.of(1, 2)))
                        .jsonPath()
                        .getList("parentId"))
                .containsExactly(5);
        assertThat(get("/tickets?parent=602881", WORKSHOP).jsonPath().getList("number"))
                .isEmpty();
        assertThat(get("/tickets?limit=100", WORKSHOP).jsonPath().getList("parentId"))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    void aFileIsAccessibleOnlyThroughATicketOfTheDepartment() throws SQLException {
        run(
                "INSERT INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created)"
                        + " VALUES (900, 'T', 'D', 'text/plain', 0, 'k900', 's900', 'a.txt', NOW())",
                "INSERT INTO ost_attachment (object_id, type, file_id, inline) SELECT MIN(e.id), 'H', 900, 0"
                        + " FROM ost_thread_entry e JOIN ost_thread h ON h.id = e.thread_id"
                        + " WHERE h.object_id = 5 AND h.object_type = 'T'");

        for (String path : List.of("/attachments/900", "/attachments/900/content")) {
            assertThat(get(path, Departments.of(List.of(1))).statusCode()).isEqualTo(200);
            assertThat(get(path, WORKSHOP).statusCode()).isEqualTo(403);
            assertThat(get(path, WORKSHOP).jsonPath().getString("code")).isEqualTo("attachment-not-accessible");
        }
    }

    @Test
    void theCallersOwnNameFindsNoTicketThatHasMovedAway() throws SQLException {
        run("INSERT INTO ticketwire_external_id (api_key_id, external_id, ticket_id, created)"
                + " VALUES (1, 'order-7', 5, NOW())");
        String path = "/own-tickets?externalId=order-7";

        assertThat(get(path, Departments.of(List.of(1))).jsonPath().getList("number"))
                .containsExactly("602881");
        assertThat(get(path, WORKSHOP).jsonPath().getList("number")).isEmpty();
    }

    private static Response get(String path, Departments departments) {
        return request(departments).get(path);
    }

    private static RequestSpecification request(Departments departments) {
        return given().header(TestIdentity.HEADER, TestIdentity.token("ticket-query-service", departments));
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
