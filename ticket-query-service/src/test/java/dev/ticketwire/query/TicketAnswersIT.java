package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subject, priority and status of tickets, whatever osTicket does to its copies of them. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class TicketAnswersIT {
    private static final List<String> PATHS =
            List.of("/tickets/602881", "/tickets/480113", "/tickets", "/search", "/tickets?status=Open");
    private static final int NEW_STATUS = 77;

    @Inject
    ReferenceSnapshot reference;

    @ConfigProperty(name = "ticketwire.db.url")
    String url;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    @BeforeEach
    void keep() throws SQLException {
        run(
                "CREATE OR REPLACE TABLE kept_cdata LIKE ost_ticket__cdata",
                "INSERT INTO kept_cdata SELECT * FROM ost_ticket__cdata",
                "CREATE OR REPLACE TABLE kept_fields AS SELECT * FROM ost_form_field",
                "CREATE OR REPLACE TABLE kept_statuses AS SELECT ticket_id, status_id, updated FROM ost_ticket");
        reference.refresh();
    }

    @AfterEach
    void restore() throws SQLException {
        run(
                "DROP TABLE IF EXISTS ost_ticket__cdata",
                "RENAME TABLE kept_cdata TO ost_ticket__cdata",
                "DELETE FROM ost_form_field",
                "INSERT INTO ost_form_field SELECT * FROM kept_fields",
                "UPDATE ost_ticket t JOIN kept_statuses k ON k.ticket_id = t.ticket_id"
                        + " SET t.status_id = k.status_id, t.updated = k.updated",
                "DELETE FROM ost_ticket_status WHERE id = " + NEW_STATUS,
                "DROP TABLE kept_fields, kept_statuses");
        reference.refresh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ost_ticket__cdata WHERE ticket_id = 5",
                "DELETE FROM ost_ticket__cdata",
                "DROP TABLE ost_ticket__cdata",
                "ALTER TABLE ost_ticket__cdata DROP COLUMN priority",
                "ALTER TABLE ost_ticket__cdata DROP COLUMN subject",
            })
    void answersAreTheSameWhileTheCopyLacksThem(String disturbance) throws SQLException {
        List<String> before = answers();

        run(disturbance);

        assertThat(answers()).as("before the snapshot is renewed").isEqualTo(before);
        reference.refresh();
        assertThat(answers()).as("afterwards").isEqualTo(before);
    }

    @Test
    void aPriorityFieldOfAnotherKindIsReadFromTheForm() throws SQLException {
        List<String> before = answers();

        run(
                "UPDATE ost_form_field SET type = 'choices' WHERE name = 'priority'",
                "UPDATE ost_ticket__cdata SET priority = '4'");
        reference.refresh();

        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void whatTheCopySaysIsShown() throws SQLException {
        run("UPDATE ost_ticket__cdata SET subject = 'from the copy', priority = '4' WHERE ticket_id = 5");

        assertThat(get("/tickets/602881").asString())
                .contains("\"subject\":\"from the copy\"")
                .contains("\"priorityId\":4");
    }

    @Test
    void aStatusThatWasAddedAMomentAgoHasItsName() throws SQLException {
        run(
                "INSERT INTO ost_ticket_status (id, name, state, mode, flags, sort, properties, created, updated)"
                        + " VALUES (" + NEW_STATUS + ", 'Waiting for a courier', 'open', 3, 0, 9, '{}', NOW(), NOW())",
                "UPDATE ost_ticket SET status_id = " + NEW_STATUS + " WHERE number = '602881'");

        assertThat(get("/tickets/602881").asString()).contains("\"status\":\"Waiting for a courier\"");
        assertThat(get("/tickets").asString()).contains("\"status\":\"Waiting for a courier\"");
    }

    @Test
    void aTicketWhoseStatusDoesNotExistIsInvisible() throws SQLException {
        run("UPDATE ost_ticket SET status_id = " + NEW_STATUS + " WHERE number = '602881'");

        assertThat(get("/tickets/602881").statusCode()).isEqualTo(404);
        assertThat(get("/tickets").asString()).doesNotContain("602881").contains("480113");
        assertThat(get("/search").asString()).doesNotContain("602881").contains("480113");
    }

    private static List<String> answers() {
        return PATHS.stream()
                .map(path -> {
                    Response answer = get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    return answer.asString();
                })
                .toList();
    }

    private static Response get(String path) {
        return given().header("Accept", "application/json").get(path);
    }

    private void run(String... statements) throws SQLException {
        try (Connection root = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
