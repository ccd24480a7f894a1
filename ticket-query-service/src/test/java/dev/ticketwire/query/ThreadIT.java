package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a thread, of a ticket whose number has everything that a path must escape. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ThreadIT {
    private static final Pattern NEXT = Pattern.compile("<(/tickets/[^>]*)>; rel=\"next\"");
    private static final String NUMBER = "Ü 1%/?>";
    private static final String PATH = "/tickets/%C3%9C%201%25%2F%3F%3E/thread";

    @Inject
    AgroalDataSource database;

    private Sql sql;

    @BeforeEach
    void addTicket() {
        sql = new Sql(database);
        sql.run(
                "INSERT INTO ost_ticket (ticket_id, number, status_id, created, updated) VALUES (910, ?, 1, NOW(), NOW())",
                NUMBER);
        sql.run("INSERT INTO ost_thread (id, object_id, object_type, created) VALUES (910, 910, 'T', NOW())");
    }

    @AfterEach
    void removeTicket() {
        sql.run("DELETE FROM ost_ticket WHERE ticket_id = 910");
        sql.run("DELETE FROM ost_thread WHERE id = 910");
        sql.run("DELETE FROM ost_thread_entry WHERE thread_id = 910");
        sql.run("DELETE FROM ost_attachment WHERE id >= 910");
        sql.run("DELETE FROM ost_file WHERE id >= 910");
    }

    @Test
    void anEntryLooksAsInTheTicket() {
        addEntry(911, "M", "2026-01-01 10:00:00");
        sql.run("INSERT INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created)"
                + " VALUES (911, 'T', 'D', 'text/plain', 5, 'k', 's', 'a.txt', NOW())");
        sql.run("INSERT INTO ost_attachment (id, object_id, type, file_id, inline) VALUES (911, 911, 'H', 911, 0),"
                + " (912, 911, 'C', 912, 0)");

        String json = get(PATH, "application/json").asString();
        String xml = get(PATH, "application/xml").asString();

        assertThat(json).startsWith("[{\"id\":911,\"type\":\"M\",").contains("\"attachment_count\":1}]");
        assertThat(get("/tickets/910", "application/json").asString()).endsWith(",\"thread\":" + json + "}");
        assertThat(xml)
                .startsWith("<?xml version=\"1.0\"?>\n<response><item><id>911</id><type>M</type>")
                .endsWith("<attachment_count>1</attachment_count></item></response>\n");
    }

    @Test
    void pagesHoldEveryEntryOnceInBothOrdersThoughTimesAreEqual() {
        addEntry(915, "M", "2026-01-01 10:00:00");
        addEntry(911, "R", "2026-01-01 11:00:00");
        addEntry(913, "N", "2026-01-01 11:00:00");
        addEntry(912, "M", "2026-01-01 11:00:00");
        addEntry(914, "M", "0000-00-00 00:00:00");

        assertThat(pages(PATH + "?limit=2")).containsExactly(914, 915, 911, 912, 913);
        assertThat(pages(PATH + "?order=newest&limit=2")).containsExactly(913, 912, 911, 915, 914);
        assertThat(pages(PATH + "?limit=5")).hasSize(5);
        assertThat(pages(PATH + "?limit=1&type=M&type=N&type=M")).containsExactly(914, 915, 912, 913);
    }

    @Test
    void entriesThatComeAndGoBetweenPagesMoveNoOther() {
        for (int id = 911; id <= 916; id++) {
            addEntry(id, "M", "2026-01-01 10:00:00");
        }

        Response first = get(PATH + "?order=newest&limit=2", "application/json");
        addEntry(917, "M", "2026-01-01 10:00:00");
        addEntry(910, "M", "2026-01-01 09:00:00");
        sql.run("DELETE FROM ost_thread_entry WHERE id IN (914, 916)");

        assertThat(first.jsonPath().getList("id")).isEqualTo(List.of(916, 915));
        assertThat(pages(Objects.requireNonNull(next(first)))).containsExactly(913, 912, 911, 910);
    }

    @Test
    void hiddenEntriesAreLeftOut() {
        addEntry(911, "M", "2026-01-01 10:00:00");
        addEntry(912, "M", "2026-01-01 10:00:00");
        sql.run("UPDATE ost_thread_entry SET flags = 5 WHERE id = 911");

        Response answer = get(PATH + "?limit=1", "application/json");

        assertThat(answer.jsonPath().getList("id")).isEqualTo(List.of(912));
        assertThat(answer.header("Link")).isNull();
    }

    @Test
    void aThreadWithoutEntriesIsEmpty() {
        assertThat(get(PATH, "application/json").asString()).isEqualTo("[]");

        sql.run("DELETE FROM ost_thread WHERE id = 910");

        assertThat(get(PATH, "application/json").asString()).isEqualTo("[]");
        assertThat(get(PATH, "application/xml").asString()).isEqualTo("<?xml version=\"1.0\"?>\n<response/>\n");
    }

    @Test
    void aThreadOfNoTicketIsNotFound() {
        for (String number : List.of("910", "000910", "910x", "99999999999", "%F0%9F%8E%89")) {
            Response answer = get("/tickets/" + number + "/thread", "application/json");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("ticket-not-found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order=up, order, invalid-value",
        "order=oldest&order=oldest, order, invalid-value",
        "limit=0, limit, invalid-value",
        "limit=201, limit, invalid-value",
        "type=m, type, invalid-value",
        "page=2, page, unknown-field",
        "cursor=x, cursor, invalid-cursor",
        // of "newest", an entry without time, one without id
        "cursor=bmV3ZXN0HzIwMjYtMDEtMDEgMTA6MDA6MDAfOTEx, cursor, invalid-cursor",
        "cursor=b2xkZXN0H25vdwoxHzE, cursor, invalid-cursor",
        "cursor=b2xkZXN0HzIwMjYtMDEtMDEgMTA6MDA6MDAfeA, cursor, invalid-cursor"
    })
    void whatItCannotUseIsRefusedByName(String query, String field, String code) {
        Response answer = get(PATH + "?" + query, "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    private List<Integer> pages(String path) {
        List<Integer> ids = new ArrayList<>();
        for (String page = path; page != null; ) {
            Response answer = get(page, "application/json");
            assertThat(answer.statusCode()).isEqualTo(200);
            ids.addAll(answer.jsonPath().getList("id", Integer.class));
            page = next(answer);
        }
        return ids;
    }

    private static @Nullable String next(Response answer) {
        String link = answer.header("Link");
        if (link == null) {
            return null;
        }
        Matcher matcher = NEXT.matcher(link);
        assertThat(matcher.matches()).isTrue();
        assertThat(matcher.group(1)).startsWith(PATH + "?").contains("limit=");
        return matcher.group(1);
    }

    private void addEntry(int id, String type, String created) {
        sql.run(
                "INSERT INTO ost_thread_entry (id, thread_id, user_id, type, poster, body, format, created, updated)"
                        + " VALUES (?, 910, 2, ?, 'Björn', 'text', 'text', ?, NOW())",
                id,
                type,
                created);
    }

    private static Response get(String path, String accept) {
        return given().urlEncodingEnabled(false).header("Accept", accept).get(path);
    }
}
