package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.quickstart.watch.StreamRefusedException;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed of ticket changes: pages, stream, {@code watch} and {@code events snapshot}. */
@WithRunningSuite
class EventsIT {
    private static final int WORKSHOP = 2;
    private static final int ACCOUNTS = 4;
    private static final int MIRA = 1;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningSuite suite;
    private final KeyAdministration keys;
    private final EventFeed feed;

    EventsIT(RunningSuite suite) {
        this.suite = suite;
        this.keys = new KeyAdministration(suite);
        this.feed = new EventFeed(suite, DemoHelpDesk.FULL_KEY);
    }

    @AfterEach
    void revokeKeys() {
        keys.revokeAll();
    }

    @Test
    void aChangeThroughTheApiIsInThePagesAndOnTheStream() {
        String start = feed.now();
        String number = created();
        FollowedStream stream = new FollowedStream(suite, DemoHelpDesk.FULL_KEY, start, number, 2);

        patch(number, "{\"priority\":\"Emergency\"}");

        List<JsonNode> events = feed.awaitEvents(start, number, 2);
        assertThat(EventFeed.kinds(events)).containsExactly("created", "priority_changed");
        JsonNode change = events.getLast().path("data");
        assertThat(change.at("/before/priority/name").asText()).isEqualTo("Normal");
        assertThat(change.at("/after/priority/name").asText()).isEqualTo("Emergency");
        assertThat(change.at("/actor/type").asText()).isEqualTo("api_key");
        assertThat(change.path("commandId").asText()).isNotEmpty();
        assertThat(change.at("/ticket/number").asText()).isEqualTo(number);
        await().atMost(SOON).until(stream.ended()::isDone);
        assertThat(stream.ids()).isEqualTo(EventFeed.ids(events));
    }

    @Test
    void aChangeInThePanelIsOneEventWithItsAgent() throws Exception {
        String number = created();
        String start = feed.now();

        mira().transfer(number, WORKSHOP);
        mira().reply(number, "Come by.");

        List<JsonNode> events = feed.awaitEvents(start, number, 3);
        assertThat(EventFeed.kinds(events)).containsExactlyInAnyOrder("transferred", "reply_posted", "answered");
        assertThat(events.getFirst().path("data").path("before").toString())
                .isEqualTo("{\"department\":{\"id\":1,\"name\":\"Front Desk\"}}");
        assertThat(events.getFirst().path("data").path("after").toString())
                .isEqualTo("{\"department\":{\"id\":2,\"name\":\"Workshop\"}}");
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.at("/data/actor/id").asInt()).isEqualTo(MIRA));
    }

    @Test
    void aStreamIsResumedWithoutGapOrRepeat() throws Exception {
        String number = created();
        String start = feed.now();
        for (int i = 0; i < 6; i++) {
            mira().note(number, "Note " + i);
        }
        List<JsonNode> all = feed.awaitEvents(start, number, 6);

        FollowedStream first = new FollowedStream(suite, DemoHelpDesk.FULL_KEY, start, number, 2);
        await().atMost(SOON).until(first.ended()::isDone);
        String cursor = first.events().getLast().id();
        FollowedStream second = new FollowedStream(suite, DemoHelpDesk.FULL_KEY, String.valueOf(cursor), number, 4);
        await().atMost(SOON).until(second.ended()::isDone);

        assertThat(first.ids()).isEqualTo(EventFeed.ids(all).subList(0, 2));
        assertThat(second.ids()).isEqualTo(EventFeed.ids(all).subList(2, 6));
    }

    @Test
    void aKeyIsToldOfItsDepartmentsAloneAndOfTicketsThatMoveInAndOut() throws Exception {
        EventFeed accounts = new EventFeed(suite, key(Map.of("departments", List.of(ACCOUNTS))));
        String start = feed.now();
        String number = created();
        mira().transfer(number, ACCOUNTS);
        feed.awaitEvents(start, number, 2);
        mira().note(number, "Paid");
        feed.awaitEvents(start, number, 3);
        mira().transfer(number, WORKSHOP);
        feed.awaitEvents(start, number, 4);
        mira().note(number, "Not for accounts");
        feed.awaitEvents(start, number, 5);

        List<JsonNode> told = accounts.after(start, number);

        assertThat(EventFeed.kinds(told)).containsExactly("transferred", "note_posted", "transferred");
        assertThat(told.getFirst().path("data").has("before")).isFalse();
        assertThat(told.getLast().path("data").has("after")).isFalse();
        assertThat(told.getLast().at("/data/ticket").fieldNames()).toIterable().containsExactly("id", "number");
    }

    @Test
    void aKeyWithoutNotesIsNotToldOfThem() throws Exception {
        EventFeed blind = new EventFeed(suite, key(Map.of("seesNotes", false)));
        String start = feed.now();
        String number = created();
        mira().note(number, "Between us");
        mira().message(number, 1, "Thanks");
        List<JsonNode> all = feed.awaitEvents(start, number, 3);

        assertThat(EventFeed.kinds(all)).contains("note_posted");
        assertThat(EventFeed.kinds(blind.after(start, number))).containsExactly("created", "message_posted");
    }

    @Test
    void theStreamOfARevokedKeyEndsWithinFiveSeconds() throws Exception {
        String key = key(Map.of());
        String start = feed.now();
        String number = created();
        FollowedStream stream = new FollowedStream(suite, key, start, number, 100);
        await().atMost(SOON).until(() -> stream.events().size() == 1);

        keys.revokeAll();

        await().atMost(Duration.ofSeconds(6)).until(stream.ended()::isDone);
        assertThat(stream.ended())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StreamRefusedException.class);
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheFieldsName() {
        feed.get("?after=yesterday").then().statusCode(400);
        feed.get("?tpye=ticket.created.v1").then().statusCode(400);
        assertThat(feed.get("?limit=1001").then().statusCode(400).extract().<String>path("field"))
                .isEqualTo("limit");
    }

    @Test
    void watchAndTheSampleConsumerTellTheLifeOfATicket() throws Exception {
        String start = feed.now();
        String number = created();
        feed.awaitEvents(start, number, 1);
        ExternalProgram watch = suite.run("watch", "--after", start, "--number", number, "--count", "11");

        mira().assign(number, 2);
        feed.awaitEvents(start, number, 2);
        patch(number, "{\"priority\":\"High\"}");
        feed.awaitEvents(start, number, 3);
        mira().reply(number, "Please bring it in.");
        feed.awaitEvents(start, number, 5);
        mira().message(number, 1, "On Tuesday.");
        feed.awaitEvents(start, number, 7);
        mira().transfer(number, WORKSHOP);
        feed.awaitEvents(start, number, 8);
        patch(number, "{\"note\":\"Pads ordered.\"}");
        feed.awaitEvents(start, number, 9);
        mira().overdue(number);
        feed.awaitEvents(start, number, 10);
        key().delete("/tickets/" + number).then().statusCode(204);

        assertThat(ofTicket(number, watch.output().lines())).isEqualTo(expected("watched-life.txt"));
        assertThat(ofTicket(number, SampleConsumer.lines(suite.kafka(), number, 11).stream()))
                .isEqualTo(expected("sampled-life.txt"));
    }

    /** Its lines, without what differs each time. */
    private static String ofTicket(String number, Stream<String> lines) {
        return lines.filter(line -> line.contains(number))
                .map(line -> line.replace(number, "NUMBER").replaceFirst("^\\S+Z", "TIME") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void existingTicketsArePublishedOnDemand() throws Exception {
        String start = feed.now();

        String said = suite.run("events", "snapshot", "--number", DemoHelpDesk.TICKET, "--follow")
                .output();

        assertThat(said).contains("done").contains("1 tickets");
        List<JsonNode> events = feed.awaitEvents(start, DemoHelpDesk.TICKET, 1);
        assertThat(EventFeed.kinds(events)).contains("snapshot");
    }

    private PanelAgent mira() {
        return new PanelAgent(new SuiteDatabase(suite), MIRA);
    }

    private String key(Map<String, Object> more) {
        String key = keys.make("events", List.of("can_read_tickets"), more);
        EventFeed its = new EventFeed(suite, key);
        await().atMost(SOON).until(() -> its.get("").statusCode() == 200);
        return key;
    }

    private String created() {
        return key().contentType(ContentType.JSON)
                .body("{\"name\":\"Ayla Demir\",\"email\":\"events@example.org\",\"subject\":\"Brake squeals\","
                        + "\"message\":\"It does.\"}")
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private void patch(String number, String json) {
        key().contentType(ContentType.JSON)
                .body(json)
                .patch("/tickets/" + number)
                .then()
                .statusCode(200);
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", DemoHelpDesk.FULL_KEY);
    }

    private static String expected(String resource) throws IOException {
        try (InputStream in = EventsIT.class.getResourceAsStream("/" + resource)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
