package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees that may not see internal notes, of a ticket that has one with a file. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class NotesIT {
    private static final Identity WITH = new Identity(1, Departments.ALL, true);
    private static final Identity WITHOUT = new Identity(1, Departments.ALL, false);

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void writeANote() throws SQLException {
        run(
                "INSERT INTO ost_thread_entry (id, thread_id, type, poster, body, format, flags, ip_address, created, updated)"
                        + " SELECT 9001, id, 'N', 'Ines', 'The zeppelin is late', 'text', 0, '', NOW(), NOW()"
                        + " FROM ost_thread WHERE object_id = 5 AND object_type = 'T'",
                "INSERT INTO ost__search (object_type, object_id, title, content)"
                        + " VALUES ('H', 9001, '', 'The zeppelin is late')",
                "INSERT INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created)"
                        + " VALUES (901, 'T', 'D', 'text/plain', 0, 'k901', 's901', 'a.txt', NOW())",
                "INSERT INTO ost_attachment (object_id, type, file_id, inline) VALUES (9001, 'H', 901, 0)");
    }

    @AfterEach
    void removeIt() throws SQLException {
        run(
                "DELETE FROM ost_thread_entry WHERE id = 9001",
                "DELETE FROM ost__search WHERE object_type = 'H' AND object_id = 9001",
                "DELETE FROM ost_attachment WHERE file_id = 901",
                "DELETE FROM ost_file WHERE id = 901");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets/602881", "/tickets/5", "/tickets/602881/thread", "/tickets/602881/thread?type=N"})
    void aNoteIsLeftOut(String path) {
        assertThat(get(path, WITH).asString()).contains("The zeppelin is late", "a.txt");

        Response without = get(path, WITHOUT);

        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.asString()).doesNotContain("zeppelin", "a.txt", "\"type\":\"N\"");
    }

    @Test
    void theRestOfTheThreadIsShown() {
        List<Integer> all = get("/tickets/602881/thread", WITH).jsonPath().getList("findAll { it.type != 'N' }.id");

        assertThat(all).isNotEmpty();
        assertThat(get("/tickets/602881/thread", WITHOUT).jsonPath().<Integer>getList("id"))
                .isEqualTo(all);
    }

    @Test
    void itsWordsFindNothing() {
        assertThat(get("/tickets?q=zeppelin", WITH).jsonPath().getList("number"))
                .containsExactly("602881");
        assertThat(get("/tickets?q=zeppelin&total=true", WITHOUT).asString()).isEqualTo("[]");
        assertThat(get("/tickets?q=zeppelin&total=true", WITHOUT).header("X-Total-Count"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/attachments/901", "/attachments/901/content"})
    void itsFileIsNotAccessible(String path) {
        assertThat(get(path, WITH).statusCode()).isEqualTo(200);
        assertThat(get(path, WITHOUT).statusCode()).isEqualTo(403);
    }

    @Test
    void itsViewOfATicketHasATagOfItsOwn() {
        String path = "/tickets/602881?versioned=true";
        String all = get(path, WITH).header("ETag");
        String some = get(path, WITHOUT).header("ETag");

        assertThat(unlessMatching(path, all, WITHOUT).statusCode()).isEqualTo(200);
        assertThat(unlessMatching(path, some, WITH).statusCode()).isEqualTo(200);
        assertThat(unlessMatching(path, some, WITHOUT).statusCode()).isEqualTo(304);
    }

    private static Response unlessMatching(String path, String tag, Identity caller) {
        return given().header(TestIdentity.HEADER, TestIdentity.token("ticket-query-service", caller))
                .header("If-None-Match", tag)
                .get(path);
    }

    @Test
    void aFileThatAMessageHasTooIsAccessible() throws SQLException {
        run("INSERT INTO ost_attachment (object_id, type, file_id, inline) SELECT MIN(e.id), 'H', 901, 0"
                + " FROM ost_thread_entry e JOIN ost_thread h ON h.id = e.thread_id"
                + " WHERE h.object_id = 5 AND h.object_type = 'T' AND e.type <> 'N'");

        assertThat(get("/attachments/901/content", WITHOUT).statusCode()).isEqualTo(200);
    }

    private static Response get(String path, Identity caller) {
        return given().header(TestIdentity.HEADER, TestIdentity.token("ticket-query-service", caller))
                .get(path);
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
