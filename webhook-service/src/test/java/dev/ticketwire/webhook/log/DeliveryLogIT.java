package dev.ticketwire.webhook.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import dev.ticketwire.webhook.Receiver;
import dev.ticketwire.webhook.TestKey;
import dev.ticketwire.webhook.WebhookServiceResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log on a real database; rows as the engine writes them, of a paused webhook, so that it leaves them alone. */
@QuarkusTest
@WithTestResource(WebhookServiceResource.class)
@SuppressWarnings("NullAway.Init") // filled in before each test
class DeliveryLogIT {
    private Receiver receiver;
    private TestKey key;
    private int webhook;

    @BeforeEach
    void aWebhookWithALog() throws Exception {
        receiver = new Receiver();
        key = TestKey.add("all");
        webhook = key.subscribe("{\"url\":\"" + receiver.url() + "\"}");
        key.request().post(path("/pause")).then().statusCode(200);
        delivery(1, "delivered", 1, "10:00");
        delivery(2, "failed", 2, "11:00");
        delivery(3, "pending", 1, "12:00");
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private static void sql(String... statements) throws SQLException {
        TestSql.execute(TestInfrastructure.root().named(WebhookServiceResource.NAME), statements);
    }

    private void delivery(int event, String state, int attempts, String time) throws SQLException {
        String at = "'2026-11-30 " + time + ":00.079'";
        sql("INSERT INTO ticketwire_webhook_delivery (subscription_id, event_id, type, ticket_number, event_time,"
                + " partition_id, record_offset, state, attempts, created) VALUES (" + webhook + ", 'event-" + event
                + "', 'ticket.created.v1', '10" + event + "', " + at + ", 0, 0, '" + state + "', " + attempts + ", "
                + at
                + ")");
        for (int number = 1; number <= attempts; number++) {
            sql("INSERT INTO ticketwire_webhook_attempt SELECT id, " + number + ", subscription_id, created, 12, "
                    + (state.equals("delivered") ? "200, NULL, 'fine'" : "NULL, 'timed-out', NULL")
                    + " FROM ticketwire_webhook_delivery WHERE subscription_id = " + webhook + " AND event_id = 'event-"
                    + event + "'");
        }
    }

    private String path(String rest) {
        return "/webhooks/" + webhook + rest;
    }

    private JsonPath deliveries(String query) {
        return key.request()
                .urlEncodingEnabled(false)
                .get(path("/deliveries" + query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> events(String query) {
        return deliveries(query).getList("deliveries.event");
    }

    private long id(String event) {
        return deliveries("").getLong("deliveries.find { it.event == '" + event + "' }.id");
    }

    @Test
    void aPageShowsTheNewestWithTheirLastAttempt() {
        JsonPath page = deliveries("");

        assertThat(page.getList("deliveries.event")).containsExactly("event-3", "event-2", "event-1");
        assertThat(page.getMap("deliveries[2].last"))
                .containsEntry("status", 200)
                .containsEntry("answer", "fine");
        assertThat(page.getMap("deliveries[1].last")).containsEntry("number", 2).containsEntry("error", "timed-out");
        assertThat(page.getString("deliveries[0].eventTime")).isEqualTo("2026-11-30T12:00:00.079Z");
        assertThat(page.getString("next")).isNull();
    }

    @Test
    void pagesAndFiltersSelect() {
        String next = deliveries("?limit=2").getString("next");

        assertThat(events("?limit=2&after=" + next)).containsExactly("event-1");
        assertThat(events("?state=failed")).containsExactly("event-2");
        assertThat(events("?number=103&type=ticket.created")).containsExactly("event-3");
        assertThat(events("?from=2026-11-30T11:00:00Z&to=2026-11-30T13:00:00%2B01:00"))
                .containsExactly("event-2");
        assertThat(events("?type=ticket.deleted")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=eaten", "from=yesterday", "limit=0", "after=x", "colour=red"})
    void aFilterThatIsWrongIsRefused(String query) {
        key.request()
                .get(path("/deliveries?" + query))
                .then()
                .statusCode(400)
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void oneDeliveryHasAllItsAttempts() throws SQLException {
        key.request()
                .get(path("/deliveries/" + id("event-2")))
                .then()
                .statusCode(200)
                .body("attempts.number", contains(1, 2))
                .body("attempts[0]", not(hasKey("id")));
        key.request().get(path("/deliveries/1")).then().statusCode(404).body("code", equalTo("delivery-not-found"));
        TestKey.add("all")
                .request()
                .get(path("/deliveries/" + id("event-2")))
                .then()
                .statusCode(404);
    }

    @Test
    void theExportHasALineForEachAttempt() {
        String lines = key.request()
                .accept("application/x-ndjson")
                .get(path("/deliveries"))
                .then()
                .statusCode(200)
                .contentType(containsString("application/x-ndjson"))
                .extract()
                .asString();

        List<JsonPath> parsed = lines.lines().map(JsonPath::new).toList();
        assertThat(parsed.stream().map(line -> line.getString("event") + " " + line.getInt("number")))
                .containsExactly("event-1 1", "event-2 1", "event-2 2", "event-3 1");
        assertThat(parsed.getFirst().getString("ticket")).isEqualTo("101");
        assertThat(key.request()
                        .accept("application/x-ndjson")
                        .get(path("/deliveries?state=failed"))
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void anExportOfManyAttemptsIsWhole() throws SQLException {
        long delivered = id("event-1");
        sql("INSERT INTO ticketwire_webhook_attempt SELECT " + delivered + ", seq, " + webhook
                + ", '2026-11-30 10:00:00', 1, 500, NULL, 'x' FROM seq_2_to_1203");

        String lines = key.request()
                .accept("application/x-ndjson")
                .get(path("/deliveries?number=101"))
                .asString();

        assertThat(lines.lines().map(line -> new JsonPath(line).getInt("number")))
                .hasSize(1203)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatHasEndedIsAskedForAgainWithTheSameEvent() {
        key.request()
                .post(path("/deliveries/" + id("event-1") + "/redeliver"))
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(1));

        JsonPath page = deliveries("?state=requested");
        assertThat(page.getList("deliveries.event")).containsExactly("event-1");
        assertThat(page.getInt("deliveries[0].repeat")).isEqualTo(1);
        key.request().get(path("")).then().body("waiting", equalTo(2));
    }

    @Test
    void allFailedAreAskedForAgainOnce() {
        key.request()
                .body("{\"failed\":true}")
                .post(path("/redeliver"))
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(2));
        assertThat(events("?state=requested")).containsExactlyInAnyOrder("event-2", "event-3");

        key.request().body("{\"failed\":true}").post(path("/redeliver")).then().body("deliveries", equalTo(0));
    }

    @Test
    void thoseOfATimeAreAskedForAgain() {
        key.request()
                .body("{\"from\":\"2026-11-30T09:00:00Z\",\"to\":\"2026-11-30T11:30:00Z\"}")
                .post(path("/redeliver"))
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(2))
                .body("more", equalTo(false));
        assertThat(events("?state=requested")).containsExactlyInAnyOrder("event-1", "event-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"failed\":false}", "{\"from\":\"2026-11-30T09:00:00Z\"}", "{\"all\":true}"})
    void askingForNothingIsRefused(String body) {
        key.request().body(body).post(path("/redeliver")).then().statusCode(400);
    }

    @Test
    void oneThatWaitsIsDiscarded() {
        key.request().delete(path("/deliveries/" + id("event-3"))).then().statusCode(204);

        assertThat(events("?state=discarded")).containsExactly("event-3");
        key.request()
                .delete(path("/deliveries/" + id("event-1")))
                .then()
                .statusCode(409)
                .body("code", equalTo("delivery-not-waiting"));
    }

    @Test
    void aTestIsSentSignedAndLogged() {
        String secret = key.request()
                .body("{\"overlapSeconds\":0}")
                .post(path("/rotate"))
                .path("secret");
        receiver.answer(418);

        key.request()
                .body("{\"type\":\"ticket.deleted\"}")
                .post(path("/test"))
                .then()
                .statusCode(200)
                .body("status", equalTo(418))
                .body("error", nullValue())
                .body("$", not(hasKey("answer")));

        Receiver.Request told = receiver.requests().getFirst();
        assertThat(new JsonPath(told.body()).getString("type")).isEqualTo("ticket.deleted.v1");
        assertThat(told.headers().get("webhook-id")).startsWith("test-");
        assertThat(verified(secret, told)).isTrue();
        JsonPath logged = deliveries("?state=failed&type=ticket.deleted");
        assertThat(logged.getString("deliveries[0].last.answer")).isEqualTo("thank you");
    }

    /** By the reference library of Standard Webhooks. */
    private static boolean verified(String secret, Receiver.Request told) {
        try {
            Map<String, List<String>> headers = told.headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
            new Webhook(secret).verify(told.body(), HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
            return false;
        }
    }

    @Test
    void withoutEventsTheSampleIsThePublishedExample() {
        key.request()
                .get("/webhooks/samples?type=ticket.unlinked")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].type", equalTo("ticket.unlinked.v1"));
        key.request().get("/webhooks/samples?type=eaten").then().statusCode(400).body("field", equalTo("type"));
    }

    @Test
    void aPreviewShowsWhatATemplateBecomes() {
        key.request()
                .body("{\"type\":\"ticket.unlinked\",\"template\":{\"text\":\"Type {{type}}\"}}")
                .post("/webhooks/preview")
                .then()
                .statusCode(200)
                .body("event.type", startsWith("ticket.unlinked"))
                .body("body.text", equalTo("Type ticket.unlinked.v1"));
    }
}
