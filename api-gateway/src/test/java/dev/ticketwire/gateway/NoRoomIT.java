package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** No place is left by requests that Kafka has not acknowledged: none of them can be sent away with a receipt. */
@QuarkusTest
@WithTestResource(BrokerAwayIT.NoBroker.class)
@TestProfile(NoRoomIT.OnePlace.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class NoRoomIT {
    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    public static final class OnePlace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.write.most-waiting", "1");
        }
    }

    @Test
    void aNewRequestIsRefusedAtOnceAndNoneGetsAReceipt() throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> given().get(ready).then().body(containsString("\"reference data\": \"available\"")));

        List<String> details = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Response>> sent = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(NoRoomIT::create))
                    .toList();
            for (Future<Response> one : sent) {
                one.get().then().statusCode(503).header("Retry-After", "2");
                details.add(one.get().path("detail"));
            }
        }

        assertThat(details)
                .contains("Too many requests wait for Kafka, try again later")
                .anyMatch(detail -> detail.startsWith("The command was not acknowledged in time"));
    }

    private static Response create() {
        return given().header("X-API-Key", "DEMOFULLACCESS")
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "s"))
                .post("/tickets");
    }
}
