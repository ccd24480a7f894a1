package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What automation platforms and chats do with webhooks: docs/webhooks.md, played against the gateway. */
@WithRunningSuite
class WebhookPlatformsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATES = Path.of("../samples/webhook-templates");
    private static final Path CARDS = Path.of("target", "cards").toAbsolutePath();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningSuite suite;
    private final EventFeed feed;
    private final List<Integer> made = new CopyOnWriteArrayList<>();

    WebhookPlatformsIT(RunningSuite suite) {
        this.suite = suite;
        this.feed = new EventFeed(suite, DemoHelpDesk.FULL_KEY);
    }

    @AfterEach
    void delete() {
        made.forEach(id -> key().delete("/webhooks/" + id));
    }

    /** How each names what it subscribes. */
    enum Platform {
        ZAPIER("{\"targetUrl\":\"%s\",\"event\":\"ticket.created.v1\"}"),
        OLDER_REST_HOOKS("{\"target_url\":\"%s\",\"event\":\"ticket.created.v1\"}"),
        MAKE("{\"url\":\"%s\",\"types\":[\"ticket.created.v1\"]}"),
        N8N("{\"hookUrl\":\"%s\",\"types\":[\"ticket.created.v1\"],\"headers\":{\"Authorization\":\"Bearer n8n\"}}");

        private final String request;

        Platform(String request) {
            this.request = request;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlatformLooksAtSamplesSubscribesIsToldAndUnsubscribes(Platform platform) throws Exception {
        JsonNode samples = JSON.readTree(key().get("/webhooks/samples?type=ticket.created.v1")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        try (CalledUrl url = CalledUrl.open()) {
            Response subscribed = subscribe(platform.request.formatted(url.address()));
            int id = subscribed.path("id");
            String start = feed.now();
            String number = created("Gate of " + platform);

            CalledUrl.Call call = url.awaitCall(number);

            call.verify(subscribed.path("secret"));
            assertThat(call.headers().get("Authorization"))
                    .isEqualTo(platform == Platform.N8N ? List.of("Bearer n8n") : null);
            assertThat(call.json()).isEqualTo(feed.awaitEvents(start, number, 1).getFirst());
            assertThat(samples.isArray()).isTrue();
            assertThat(samples).hasSizeBetween(1, 3).allSatisfy(sample -> {
                assertThat(sample.path("type").asText()).isEqualTo("ticket.created.v1");
                assertThat(sample.path("id").asText()).isNotEmpty();
                assertThat(names(sample.path("data").path("ticket")))
                        .isEqualTo(names(call.json().path("data").path("ticket")));
            });
            key().get("/webhooks/" + id).then().statusCode(200);
            key().delete("/webhooks/" + id).then().statusCode(204);
            key().get("/webhooks/" + id).then().statusCode(404);
            assertIsToldNoMore(url);
        }
    }

    /** Another subscription is told of a later ticket, which the deleted one is not. */
    private void assertIsToldNoMore(CalledUrl url) throws IOException {
        try (CalledUrl other = CalledUrl.open()) {
            subscribe("{\"url\":\"" + other.address() + "\",\"types\":[\"ticket.created.v1\"]}");
            String later = created("After unsubscribing");

            other.awaitCall(later);

            assertThat(url.call(later)).isEmpty();
        }
    }

    @Test
    void aZapThatIsGoneDisablesItsSubscriptionWhichGoesOnWhenResumed() throws IOException {
        try (CalledUrl url = CalledUrl.answering(410)) {
            int id = subscribe(Platform.ZAPIER.request.formatted(url.address())).path("id");
            String number = created("Nobody listens");
            await().atMost(SOON).until(() -> state(id).equals("disabled gone"));

            url.answer(200);
            key().post("/webhooks/" + id + "/resume").then().statusCode(200);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    key().get("/webhooks/" + id + "/deliveries?number=" + number + "&state=delivered")
                                            .asString())
                            .contains(number));
            assertThat(state(id)).isEqualTo("active null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams", "mattermost"})
    void aChatGetsTheMessageOfItsTemplate(String chat) throws IOException {
        ObjectNode subscription =
                (ObjectNode) JSON.readTree(TEMPLATES.resolve(chat + ".json").toFile());
        try (CalledUrl url = CalledUrl.open()) {
            subscription.put("url", url.address());
            subscription.putArray("types").add("ticket.created.v1");
            subscribe(subscription.toString());

            String number = created("Gate & bell > all");

            String body = url.awaitCall(number).body();
            assertThat(body).doesNotContain("{{data").contains("Gate ");
            if (chat.equals("slack")) {
                assertThat(body).contains("Gate &amp; bell &gt; all");
            }
        }
    }

    /** Not all that Teams would refuse is refused here, but what is misspelt or dropped is seen. */
    @Test
    void theCardForTeamsIsReadByItsRendererWithoutLoss() throws Exception {
        NodePrograms.assume("the renderer of Adaptive Cards");
        ObjectNode subscription =
                (ObjectNode) JSON.readTree(TEMPLATES.resolve("teams.json").toFile());
        try (CalledUrl url = CalledUrl.open()) {
            subscribe(subscription.put("url", url.address()).toString());
            String number = created("Gate *shut*");
            key().contentType("application/json")
                    .header("Prefer", "wait=30")
                    .body("{\"status\":\"Resolved\"}")
                    .patch("/tickets/" + number)
                    .then()
                    .statusCode(200);

            JsonNode card = url.awaitCall(number).json().at("/attachments/0/content");

            NodePrograms.install(Path.of("src", "client", "cards"), CARDS);
            Path file = Files.writeString(CARDS.resolve("card.json"), card.toString());
            ExternalProgram.run(CARDS, "node", "read.cjs", file.toString());
            assertThat(card.toString()).contains("Open → Resolved", "Gate *shut*");
        }
    }

    private Response subscribe(String body) {
        Response answer = key().contentType("application/json").body(body).post("/webhooks");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        made.add(answer.path("id"));
        return answer;
    }

    private String state(int id) {
        Response subscription = key().get("/webhooks/" + id);
        return subscription.path("state") + " " + subscription.path("reason");
    }

    private String created(String subject) {
        return key().contentType("application/json")
                .header("Prefer", "wait=30")
                .body(JSON.createObjectNode()
                        .put("name", "Zoë Zapp")
                        .put("email", "zoe@example.org")
                        .put("subject", subject)
                        .put("message", "Stuck.")
                        .toString())
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream()
                .map(member -> member.getKey())
                .sorted()
                .toList();
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString())
                .urlEncodingEnabled(false)
                .header("X-API-Key", DemoHelpDesk.FULL_KEY);
    }
}
