package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of events between a client and the event service. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(EventUpstream.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class EventStreamsIT extends WithCommandService {
    private static final String STREAM = "text/event-stream";

    @TestHTTPResource("/events")
    URI events;

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpResponse<InputStream>> opened = new ArrayList<>();

    @AfterEach
    void nobodyListens() throws Exception {
        for (HttpResponse<InputStream> stream : opened) {
            stream.body().close();
        }
        Awaitility.await().until(() -> EventUpstream.open().isEmpty());
        EventUpstream.STREAMS.clear();
        run("UPDATE ost_api_key SET isactive = 1, can_read_tickets = 1");
        run("DELETE FROM ticketwire_key_settings");
        snapshot.refresh();
    }

    private void run(String sql) throws java.sql.SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HttpRequest.Builder request(String key, String query) {
        return HttpRequest.newBuilder(URI.create(events + query))
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-API-Key", key)
                .header("Accept", STREAM);
    }

    private HttpResponse<InputStream> open(HttpRequest.Builder request) throws Exception {
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        opened.add(response);
        return response;
    }

    private static String read(HttpResponse<InputStream> stream, int length) throws IOException {
        return new String(stream.body().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String rest(HttpResponse<InputStream> stream) throws IOException {
        return new String(stream.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void whatTheServiceWritesComesAtOnceAndItKnowsWhoAsks(HttpClient.Version version) throws Exception {
        HttpResponse<InputStream> stream =
                open(request(READ_ONLY, "?type=ticket.created").version(version).header("Last-Event-ID", "abc"));

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.version()).isEqualTo(version);
        assertThat(stream.headers().firstValue("Content-Type")).hasValue(STREAM);
        assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(read(stream, EventUpstream.START.length())).isEqualTo(EventUpstream.START);
        EventUpstream.Stream upstream = EventUpstream.open().getLast();
        assertThat(upstream.query).isEqualTo("type=ticket.created");
        assertThat(upstream.headers.get("Last-Event-ID")).isEqualTo("abc");
        assertThat(upstream.headers.get("X-API-Key")).isNull();
        assertThat(upstream.headers.get(Identity.HEADER)).isNotBlank();
        upstream.write("data: 1\n\n");
        assertThat(read(stream, 9)).isEqualTo("data: 1\n\n");
    }

    @Test
    void aClientThatHangsUpLeavesNoStreamBehind() throws Exception {
        open(request(READ_ONLY, "")).body().close();

        Awaitility.await()
                .until(() -> EventUpstream.STREAMS.size() == 1
                        && EventUpstream.open().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ost_api_key SET isactive = 0 WHERE apikey = '" + READ_ONLY + "'|api-key-inactive",
                "UPDATE ost_api_key SET can_read_tickets = 0 WHERE apikey = '" + READ_ONLY + "'|permission-denied",
                "INSERT INTO ticketwire_key_settings (key_id, sees_notes) SELECT id, 0 FROM ost_api_key WHERE apikey = '"
                        + READ_ONLY + "'|the key has changed"
            })
    void aStreamEndsSoonAfterItsKeyIsNoLongerGoodForIt(String change) throws Exception {
        HttpResponse<InputStream> stream = open(request(READ_ONLY, ""));
        HttpResponse<InputStream> other = open(request(FULL, ""));
        run(change.substring(0, change.indexOf('|')));
        long begin = System.nanoTime();

        assertThat(rest(stream))
                .startsWith(EventUpstream.START)
                .contains(": the stream ends: ", change.substring(change.indexOf('|') + 1));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        Awaitility.await().until(() -> EventUpstream.open().size() == 1);
        EventUpstream.open().getFirst().write("data: 2\n\n");
        assertThat(read(other, EventUpstream.START.length() + 9)).endsWith("data: 2\n\n");
    }

    @Test
    void whenTheServiceStopsTheStreamEndsWithoutAHalfEvent() throws Exception {
        HttpResponse<InputStream> whole = open(request(READ_ONLY, ""));
        HttpResponse<InputStream> broken = open(request(READ_ONLY, ""));
        EventUpstream.open().getLast().write("data: {\"half");
        read(broken, EventUpstream.START.length() + 12);

        EventUpstream.open().forEach(EventUpstream.Stream::breakOff);

        assertThat(rest(whole)).contains(": the stream ends: the event service");
        assertThat(rest(broken)).isEmpty();
    }

    @Test
    void aKeyHasSoManyStreamsAndNoMoreWhateverItsOtherLimits() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(open(request(READ_ONLY, "")).statusCode()).isEqualTo(200);
        }

        HttpResponse<InputStream> fourth = open(request(READ_ONLY, ""));
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(rest(fourth)).contains("\"code\":\"too-many-streams\"");

        assertThat(open(request(FULL, "")).statusCode()).isEqualTo(200);
        assertThat(open(request(FULL, "")).statusCode()).isEqualTo(200);
        HttpResponse<InputStream> oneTooMany = open(request(FULL, ""));
        assertThat(oneTooMany.statusCode()).isEqualTo(503);
        assertThat(oneTooMany.headers().firstValue("Retry-After")).isPresent();

        opened.getFirst().body().close();
        Awaitility.await().until(() -> open(request(READ_ONLY, "")).statusCode() == 200);
    }

    @Test
    void whoDoesNotAskForAStreamGetsAPage() {
        keyed(READ_ONLY).accept("*/*").get("/events").then().statusCode(200).body("next", equalTo("AQ"));
        keyed(READ_ONLY)
                .accept("application/json, " + STREAM)
                .get("/events")
                .then()
                .body("next", equalTo("AQ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, "application/json"})
    void aProblemOfTheServiceIsPassedOnWithAllItsMembers(String accept) {
        keyed(READ_ONLY)
                .accept(accept)
                .get("/events?after=old")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("cursor-expired"))
                .body("type", equalTo("/problems/cursor-expired"))
                .body("oldest", equalTo("AQ"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsUnavailable() {
        keyed(READ_ONLY)
                .accept(STREAM)
                .get("/events?number=1")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("events-unavailable"));
    }

    @Test
    void onlyKeysThatMayReadTicketsMayReadEvents() throws Exception {
        given().accept(STREAM).get("/events").then().statusCode(401).body("code", equalTo("api-key-required"));
        run("UPDATE ost_api_key SET can_read_tickets = 0 WHERE apikey = '" + READ_ONLY + "'");
        snapshot.refresh();
        keyed(READ_ONLY)
                .accept(STREAM)
                .get("/events")
                .then()
                .statusCode(401)
                .body("code", equalTo("permission-denied"));
    }

    @Test
    void headAndOptionsAreAnsweredAsElsewhere() {
        keyed(READ_ONLY).accept(STREAM).head("/events").then().statusCode(200).contentType(STREAM);
        keyed(READ_ONLY).head("/events").then().statusCode(200);
        given().options("/events").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        keyed(READ_ONLY).post("/events").then().statusCode(405);
    }

    @Test
    void anOperatorFollowsAllEventsOnTheManagementAddress() throws Exception {
        HttpResponse<InputStream> stream = open(operatorsStream("?number=7").header("Last-Event-ID", "abc"));

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type")).hasValue(STREAM);
        assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(read(stream, EventUpstream.START.length())).isEqualTo(EventUpstream.START);
        EventUpstream.Stream upstream = EventUpstream.open().getLast();
        assertThat(upstream.query).isEqualTo("number=7");
        assertThat(upstream.headers.get("Last-Event-ID")).isEqualTo("abc");
        assertThat(upstream.headers.get("Authorization"))
                .as("the operator's token")
                .isNull();
        upstream.write("data: 1\n\n");
        assertThat(read(stream, 9)).isEqualTo("data: 1\n\n");
        upstream.breakOff();
        assertThat(rest(stream)).contains(": the stream ends: the event service");
    }

    @Test
    void operatorsHaveNoMoreStreamsThanAKeyAndLeaveNoneBehind() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(open(operatorsStream("")).statusCode()).isEqualTo(200);
        }

        HttpResponse<InputStream> fourth = open(operatorsStream(""));
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(rest(fourth)).contains("\"code\":\"too-many-streams\"");
        assertThat(open(request(READ_ONLY, "")).statusCode()).isEqualTo(200);

        opened.getFirst().body().close();
        Awaitility.await().until(() -> open(operatorsStream("")).statusCode() == 200);
    }

    @Test
    void anOperatorGetsAPageTheProblemsOfTheServiceAndNothingWithoutTheToken() {
        URI page = management.resolve("/events");
        operator().get(page).then().statusCode(200).body("next", equalTo("AQ"));
        for (String accept : List.of(STREAM, "application/json")) {
            operator()
                    .accept(accept)
                    .get(page + "?after=old")
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("code", equalTo("cursor-expired"))
                    .body("oldest", equalTo("AQ"));
            given().accept(accept).get(page).then().statusCode(401).body("code", equalTo("operator-token-missing"));
        }
        operator()
                .accept(STREAM)
                .get(page + "?number=1")
                .then()
                .statusCode(503)
                .body("code", equalTo("events-unavailable"));
    }

    private HttpRequest.Builder operatorsStream(String query) {
        return HttpRequest.newBuilder(management.resolve("/events" + query))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .header("Accept", STREAM);
    }

    @Test
    void anOperatorMakesSnapshotsThroughTheGateway() {
        operator()
                .body("{\"department\":[2]}")
                .post(management.resolve("/events/snapshot"))
                .then()
                .statusCode(202)
                .body("id", equalTo("POST"))
                .body("filter.department[0]", equalTo(2));
        operator().get(management.resolve("/events/snapshot")).then().body("id", equalTo("GET"));
        operator().delete(management.resolve("/events/snapshot")).then().body("id", equalTo("DELETE"));
        operator()
                .post(management.resolve("/events/snapshot"))
                .then()
                .statusCode(409)
                .body("code", equalTo("snapshot-running"));
        given().get(management.resolve("/events/snapshot"))
                .then()
                .statusCode(401)
                .body("code", equalTo("operator-token-missing"));
        given().get(metrics).then().body(containsString("ticketwire_event_streams"));
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN);
    }
}
