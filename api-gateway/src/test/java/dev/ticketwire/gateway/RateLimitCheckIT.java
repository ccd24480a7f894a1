package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Limits of a key and of its operations. {@code RateLimiterTest} has their arithmetic. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(RateLimitCheckIT.Limited.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class RateLimitCheckIT extends WithCommandService {
    @TestHTTPResource("/")
    URI gateway;

    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ticketwire.limit.operations.get.requests-per-second", "2",
                    "ticketwire.limit.operations.reply.in-flight", "1",
                    "ticketwire.limit.operations.search.requests-per-second", "1",
                    "ticketwire.limit.requests-per-second", "1000");
        }
    }

    @Test
    void everyAnswerTellsWhatIsLeftAndOneTooManyIsRefused() {
        List<Response> answers = Stream.generate(() -> keyed(READ_ONLY).get("/tickets/100001"))
                .limit(20)
                .toList();

        answers.get(0)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"get\";q=2;w=1, \"key\";q=1000;w=1")
                .header("RateLimit", matchesPattern("\"get\";r=[01];t=1, \"key\";r=[0-9]+;t=1"))
                .header("Retry-After", nullValue());
        answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow()
                .then()
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit", matchesPattern("\"get\";r=0;t=1, .*"))
                .body("code", equalTo("too-many-requests"));
    }

    @Test
    void onThePluginsPathsTheRefusalHasThePluginsShape() {
        Stream.generate(() -> keyed(READ_ONLY).get("/api/tickets-search.php"))
                .limit(20)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow()
                .then()
                .contentType("application/json; charset=UTF-8")
                .body("error", equalTo(true))
                .body("message", equalTo("Too many requests of this API key, try again later"));
    }

    @Test
    void anOperationWithoutALimitOfItsOwnHasTheKeysAlone() {
        keyed(FULL)
                .get("/statuses")
                .then()
                .header("RateLimit-Policy", "\"key\";q=1000;w=1")
                .header("RateLimit", matchesPattern("\"key\";r=[0-9]+;t=1"));
    }

    @Test
    void whoIsNotKnownHasNoLimitsToBeTold() {
        keyed("nobody's").get("/tickets/100001").then().statusCode(401).header("RateLimit", nullValue());
    }

    @Test
    void whatIsBeingAnsweredCountsUntilItIsAnsweredOrItsClientGone() throws Exception {
        try (Socket waiting = silentReply()) {
            refused();
            keyed(FULL)
                    .body(Map.of("subject", "another operation"))
                    .post("/tickets")
                    .then()
                    .statusCode(201);
            assertThat(waiting.isClosed()).isFalse();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> reply("100001").statusCode() == 201);
        reply("100001").then().statusCode(201);
    }

    private static void refused() {
        reply("100001").then().statusCode(429).header("Retry-After", "1").body("code", equalTo("too-many-in-flight"));
    }

    private static Response reply(String number) {
        return keyed(FULL).body(Map.of("message", "m")).post("/tickets/" + number + "/replies");
    }

    /** It waits for an outcome that does not come, and is on its way to the command service already. */
    private Socket silentReply() throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        String body = "{\"message\":\"m\"}";
        String request = "POST /tickets/silent/replies HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + FULL
                + "\r\nPrefer: wait=30\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !all(record ->
                                CommandService.command(record).ticket().equals("silent"))
                        .isEmpty());
        return socket;
    }
}
