package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The feed as one key reads it, page by page. */
final class EventFeed {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RunningSuite suite;
    private final String key;

    EventFeed(RunningSuite suite, String key) {
        this.suite = suite;
        this.key = key;
    }

    /** @return a cursor behind everything that the feed has told */
    String now() {
        JsonNode page = page("");
        assertThat(page.path("events")).isEmpty();
        return page.path("next").asText();
    }

    /** @return the events of a ticket once there are so many */
    List<JsonNode> awaitEvents(String after, String number, int count) {
        List<JsonNode> events = new ArrayList<>();
        await().atMost(LIMIT).untilAsserted(() -> {
            events.clear();
            events.addAll(after(after, number));
            assertThat(kinds(events)).hasSizeGreaterThanOrEqualTo(count);
        });
        return events;
    }

    /** @return the events of a ticket until now */
    List<JsonNode> after(String cursor, String number) {
        List<JsonNode> events = new ArrayList<>();
        String next = cursor;
        for (JsonNode page = page("?number=" + number + "&limit=2&after=" + next);
                !page.path("events").isEmpty();
                page = page("?number=" + number + "&limit=2&after=" + next)) {
            page.path("events").forEach(events::add);
            next = page.path("next").asText();
        }
        return events;
    }

    private JsonNode page(String query) {
        try {
            return JSON.readTree(get(query).then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    Response get(String query) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", key)
                .urlEncodingEnabled(false)
                .get("/events" + query);
    }

    /** Types without {@code ticket.} and version. */
    static List<String> kinds(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("type")
                        .asText()
                        .replaceFirst("^ticket\\.", "")
                        .replaceFirst("\\.v1$", ""))
                .toList();
    }

    static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }
}
