package dev.ticketwire.event.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.testsupport.TestEvents;
import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of events from a real topic, and requests that are refused. */
@QuarkusTest
@WithTestResource(StreamResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class EventPagesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EventTopic topic;

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeAll
    static void connect() {
        topic = new EventTopic(TestInfrastructure.bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        topic.close();
    }

    @BeforeEach
    void theTopicIsRead() {
        TestIdentity.signRequests("event-service");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/events").statusCode() == 200);
    }

    private static JsonPath page(String query) {
        return given().urlEncodingEnabled(false)
                .get("/events" + query)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    /** Faster than REST Assured's. */
    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> allAfter(String cursor, int limit) {
        List<String> ids = new ArrayList<>();
        String next = cursor;
        while (true) {
            JsonNode page = json(
                    given().get("/events?limit=" + limit + "&after=" + next).asByteArray());
            assertThat(page.path("events")).hasSizeLessThanOrEqualTo(limit);
            page.path("events").forEach(event -> ids.add(event.path("id").asText()));
            if (page.path("next").asText().equals(next)) {
                return ids;
            }
            next = page.path("next").asText();
        }
    }

    private static List<TicketEvent> changes(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> TestEvents.changed(TicketEventType.ANSWERED, Integer.toString(600_000 + i % 30), 1))
                .toList();
    }

    @Test
    void withoutACursorThePageIsEmptyAndWhatHappensLaterFollowsItsNext() {
        JsonPath now = page("");
        assertThat(now.getList("events")).isEmpty();
        List<TicketEvent> sent = changes(30);
        topic.send(sent);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> page("?after=" + now.getString("next"))
                                .getList("events")
                                .size()
                        == 30);
        assertThat(allAfter(now.getString("next"), 7))
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(TicketEvent::id).toList());
    }

    @Test
    void pagesFromTheOldestOnHoldEveryEventOnce() throws Exception {
        topic.deleteAll();
        String now = page("").getString("next");
        List<TicketEvent> sent = changes(400);
        topic.send(sent);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> allAfter(now, 1000).size() == 400);

        List<String> all = allAfter("oldest", 90);

        assertThat(all)
                .doesNotHaveDuplicates()
                .containsAll(sent.stream().map(TicketEvent::id).toList());
        assertThat(allAfter("oldest", 1000)).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, unknown-field, colour",
        "limit=0, invalid-value, limit",
        "limit=1001, invalid-value, limit",
        "type=ticket.born, invalid-value, type",
        "department=Nowhere, invalid-value, department",
        "status=999, invalid-value, status",
        "number=123456789012345678901, invalid-value, number",
        "after=x, invalid-cursor, after",
        "after=AQAAAA, invalid-cursor, after"
    })
    void whatIsUnknownOrInvalidIsNamed(String query, String code, String field) {
        given().get("/events?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @Test
    void aStreamHasNoLimitAndItsCursorIsChecked() {
        given().accept(EventRequest.STREAM)
                .get("/events?limit=5")
                .then()
                .statusCode(400)
                .body("field", equalTo("limit"));
        given().accept(EventRequest.STREAM)
                .header("Last-Event-ID", "?")
                .get("/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"))
                .body("field", equalTo("Last-Event-ID"));
    }

    @Test
    void aCursorOfAnotherTopicHasExpiredAndTheOldestThatHoldsIsTold() {
        String other = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        String oldest = given().get("/events?after=" + other)
                .then()
                .statusCode(410)
                .body("code", equalTo("cursor-expired"))
                .body("oldest", notNullValue())
                .extract()
                .path("oldest");

        page("?after=" + oldest);
    }

    @Test
    void nobodyButTheGatewayIsAnswered() {
        given().header(Identity.HEADER, "nonsense")
                .get("/events")
                .then()
                .statusCode(401)
                .body("code", equalTo("identity-missing"));
    }

    @Test
    void aPageOfAKeyOfOneDepartmentHoldsItsEventsOnly() {
        String now = page("").getString("next");
        TicketEvent seen = TestEvents.changed(TicketEventType.CREATED, "600100", 2);
        topic.send(TestEvents.changed(TicketEventType.CREATED, "600101", 1), seen);
        Identity sales = new Identity(3, Departments.of(List.of(2)), true);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().header(Identity.HEADER, TestIdentity.token("event-service", sales))
                        .get("/events?after=" + now)
                        .then()
                        .body("events.id", equalTo(List.of(seen.id()))));
    }

    @Test
    void aHeadHasTheHeadersOfAGet() {
        given().head("/events").then().statusCode(200).header("Content-Length", notNullValue());
        given().accept(EventRequest.STREAM)
                .head("/events")
                .then()
                .statusCode(200)
                .contentType(EventRequest.STREAM)
                .header("Content-Length", nullValue());
    }

    private double cutOff() {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("ticketwire_event_streams_cut_off_total{reason=\"slow\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How many fit into the buffers before a client is full depends on the machine. */
    private static int sendChanges(AtomicInteger sent) {
        topic.send(changes(2_000));
        return sent.addAndGet(2_000);
    }

    /** Also a client that reads nothing gets no more memory than its queue. */
    @Test
    void aClientThatTakesNothingIsCutOffAndCanResume() throws Exception {
        String now = page("").getString("next");
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(16 << 10);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            String head = "GET /events?after=" + now + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                    + Identity.HEADER + ": " + TestIdentity.token("event-service", Departments.ALL) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            AtomicInteger sent = new AtomicInteger();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> cutOff() > 0 || sendChanges(sent) < 0);
            String told = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> ids = told.lines()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> line.substring(4))
                    .toList();
            long before =
                    told.lines().filter(line -> line.startsWith("event: ")).count();

            assertThat(ids.size()).isGreaterThan(1);
            assertThat(allAfter(ids.get(ids.size() - 2), 1000))
                    .hasSizeBetween(sent.get() - (int) before, sent.get() - (int) before + 2);
        }
    }

    @Test
    void howManyStreamsAreOpenIsMeasured() {
        given().get(metrics).then().body(containsString("ticketwire_event_streams "));
    }
}
