package dev.ticketwire.query.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.read.TicketVersion;
import dev.ticketwire.query.HelpDeskResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets of the demo help desk, as somebody has seen them. Number R-0001 has id 2. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class TicketVersionIT {
    private static final String THREAD = "(SELECT id FROM ost_thread WHERE object_type = 'T' AND object_id = 2)";

    @Inject
    AgroalDataSource database;

    /** What agents, customers, mails and cron jobs write, statement by statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ost_ticket SET status_id = 3 WHERE ticket_id = 2",
                "UPDATE ost_ticket SET staff_id = 0 WHERE ticket_id = 2",
                "UPDATE ost_ticket SET dept_id = 3 WHERE ticket_id = 2",
                "UPDATE ost_ticket SET isanswered = 1 WHERE ticket_id = 2",
                "UPDATE ost_ticket SET isoverdue = 1 WHERE ticket_id = 2",
                "UPDATE ost_ticket SET est_duedate = NOW() WHERE ticket_id = 2",
                "UPDATE ost_ticket SET ticket_pid = 1 WHERE ticket_id = 2",
                "UPDATE ost_ticket SET ticket_pid = 2 WHERE ticket_id = 3",
                "UPDATE ost_ticket SET updated = NOW() WHERE ticket_id = 2",
                "UPDATE ost_user SET name = 'Another' WHERE id = 2",
                "UPDATE ost_thread SET lastresponse = NOW() WHERE object_type = 'T' AND object_id = 2",
                "INSERT INTO ost_thread_entry (thread_id, type, poster, body, created, updated) SELECT id, 'N', 'x', 'y', NOW(), 0"
                        + " FROM ost_thread WHERE object_type = 'T' AND object_id = 2",
                "UPDATE ost_thread_entry SET flags = flags | 4 WHERE thread_id = " + THREAD,
                "UPDATE ost_thread_entry SET body = 'edited' WHERE thread_id = " + THREAD,
                "UPDATE ost_thread_entry SET title = 'edited' WHERE thread_id = " + THREAD,
                "INSERT INTO ost_thread_event (thread_id, thread_type, event_id, staff_id, team_id, dept_id, topic_id, username,"
                        + " uid_type, timestamp) SELECT id, 'T', 4, 0, 0, 0, 0, 'SYSTEM', 'S', NOW() FROM ost_thread"
                        + " WHERE object_type = 'T' AND object_id = 2",
                "INSERT INTO ost_thread_collaborator (thread_id, user_id, flags, created, updated) SELECT id, 4, 1, NOW(), NOW()"
                        + " FROM ost_thread WHERE object_type = 'T' AND object_id = 2",
                "INSERT INTO ost_thread_referral (thread_id, object_id, object_type, created) SELECT id, 4, 'D', NOW()"
                        + " FROM ost_thread WHERE object_type = 'T' AND object_id = 2",
                "UPDATE ost_form_entry_values v JOIN ost_form_entry f ON f.id = v.entry_id AND f.object_type = 'T' AND f.object_id = 2"
                        + " SET v.value = 'changed'",
                "UPDATE ost_form_entry_values v JOIN ost_form_entry f ON f.id = v.entry_id AND f.object_type = 'T' AND f.object_id = 2"
                        + " SET v.value_id = 4 WHERE v.value_id IS NOT NULL"
            })
    void everyChangeMakesAnotherVersion(String change) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String before = TicketVersion.of(connection, "R-0001", Departments.ALL);

            int rows = statement.executeUpdate(change);

            assertThat(rows).isPositive();
            assertThat(TicketVersion.of(connection, "R-0001", Departments.ALL)).isNotEqualTo(before);
            connection.rollback();
            assertThat(TicketVersion.of(connection, "R-0001", Departments.ALL)).isEqualTo(before);
        }
    }

    @Test
    void whoHasTheVersionAlreadyIsToldSo() {
        String tag = get("/tickets/R-0001?versioned=true", null).header("ETag");

        Response again = get("/tickets/r-0001?versioned=true", "\"other\", W/" + tag);

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(get("/tickets/R-0002?versioned=true", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aNumberIsANumberWhereTheShortPathAsks() {
        for (String noNumber : List.of("2", "002", "0480113", "%20480113", "480113%0A", "480113.0")) {
            assertThat(get("/tickets/" + noNumber + "?versioned=true", null).statusCode())
                    .as(noNumber)
                    .isEqualTo(404);
        }
        assertThat(get("/tickets/2", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aTicketThatDoesNotExistHasNoVersion() {
        assertThat(get("/tickets/nothing?versioned=true", null).statusCode()).isEqualTo(404);
        assertThat(get("/tickets/%F0%9F%8E%89?versioned=true", null).statusCode())
                .isEqualTo(404);
        assertThat(get("/tickets/R-0001", null).header("ETag")).isNull();
    }

    private static Response get(String path, @org.jspecify.annotations.Nullable String known) {
        var request = given().urlEncodingEnabled(false);
        return known == null
                ? request.get(path)
                : request.header("If-None-Match", known).get(path);
    }
}
