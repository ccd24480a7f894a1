package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The day of the one public client of the plugin, an MCP server: what it sends, and what it relies on. */
@WithRunningSuite
class KnownClientIT {
    private final RunningSuite suite;

    KnownClientIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void aTicketLivesFromItsCreationToItsDeletion() {
        String number = created("The gate stays shut");
        get("/api/tickets-get.php/" + number + ".json")
                .body("number", equalTo(number))
                .body("subject", equalTo("The gate stays shut"));
        get("/api/tickets-search.php?query=gate&status=open&limit=100").body("number", hasItem(number));

        int resolved = statusId("Resolved");
        json(Map.of(
                        "statusId",
                        resolved,
                        "priorityId",
                        3,
                        "note",
                        "Replaced the **hinge**",
                        "noteTitle",
                        "Done",
                        "noteFormat",
                        "markdown",
                        "attachments",
                        List.of(Map.of("hinge.txt", "data:text/plain;base64," + base64("new hinge")))))
                .patch("/api/tickets-update.php/" + number + ".json")
                .then()
                .statusCode(200);
        JsonPath ticket = get("/api/tickets-get.php/" + number + ".json")
                .body("statusId", equalTo(resolved))
                .body("thread.body", hasItem("Replaced the **hinge**"))
                .extract()
                .jsonPath();
        List<Integer> files = ticket.getList("thread.findAll { it.type == 'N' }.attachments.flatten().file_id");
        assertThat(files).hasSize(1);
        JsonPath file = get("/api/tickets-attachment-download.php/" + files.getFirst() + ".json")
                .extract()
                .jsonPath();
        assertThat(file.prettify()).contains(base64("new hinge"));

        key().delete("/api/tickets-delete.php/" + number + ".json")
                .then()
                .statusCode(200)
                .body(equalTo(number));
        key().get("/api/tickets-get.php/" + number + ".json")
                .then()
                .statusCode(404)
                .body("message", equalTo("Ticket not found"));
    }

    @Test
    void aSubticketIsLinkedAndUnlinked() {
        String parent = created("The yard");
        String child = created("The gate of the yard");

        json(Map.of("childId", child))
                .post("/api/tickets-subtickets-create.php/" + parent + ".json")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        get("/api/tickets-subtickets-parent.php/" + child + ".json").body("parent.number", equalTo(parent));
        get("/api/tickets-subtickets-list.php/" + parent + ".json").body("children.number", equalTo(List.of(child)));
        key().delete("/api/tickets-subtickets-unlink.php/" + child + ".json")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        get("/api/tickets-subtickets-parent.php/" + child + ".json").body("parent", nullValue());
    }

    @Test
    void statisticsCountWhatItOpened() {
        int before = get("/api/tickets-stats.php").extract().jsonPath().getInt("total");

        created("One more");

        assertThat(get("/api/tickets-stats.php").extract().jsonPath().getInt("total"))
                .isGreaterThan(before);
    }

    private String created(String subject) {
        return json(Map.of(
                        "name",
                        "Mia Machine",
                        "email",
                        "mia@example.org",
                        "subject",
                        subject,
                        "message",
                        "Since *this morning*.",
                        "format",
                        "markdown",
                        "topicId",
                        1,
                        "alert",
                        false,
                        "autorespond",
                        false,
                        "attachments",
                        List.of(Map.of("a.txt", "data:text/plain;base64," + base64("hello")))))
                .post("/api/wildcard/tickets.json")
                .then()
                .statusCode(201)
                .body(matchesPattern("\\d{1,20}"))
                .extract()
                .asString();
    }

    private int statusId(String name) {
        return get("/api/tickets-statuses.php").extract().jsonPath().getInt("find { it.name == '" + name + "' }.id");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse get(String path) {
        return key().get(path).then().statusCode(200);
    }

    private RequestSpecification json(Object body) {
        return key().contentType(ContentType.JSON).body(body);
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", DemoHelpDesk.FULL_KEY);
    }
}
