package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerAwayIT.NoBroker.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the addresses in
class BrokerAwayIT {

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void aCommandThatKafkaDoesNotTakeIsNoPromise() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> given().get(ready).then().body(containsString("\"reference data\": \"available\"")));

        given().header("X-API-Key", "DEMOFULLACCESS")
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "s"))
                .post("/api/tickets.json")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("message", containsString("same request within ten minutes"));
        given().header("X-API-Key", "DEMOFULLACCESS")
                .header("Idempotency-Key", "away too")
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "s"))
                .post("/api/tickets.json")
                .then()
                .statusCode(503)
                .body("message", containsString("same Idempotency-Key"));
        given().header("X-API-Key", "DEMOFULLACCESS")
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "s", "name", "n", "email", "e@example.org", "message", "m"))
                .post("/tickets")
                .then()
                .statusCode(503)
                .body("detail", containsString("look whether it was"));

        given().header("X-API-Key", "DEMOFULLACCESS")
                .contentType(ContentType.JSON)
                .body("[{\"op\":\"delete\",\"number\":\"1\"},{\"op\":\"delete\",\"number\":\"2\"}]")
                .post("/tickets/bulk")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("detail", containsString("without an Idempotency-Key"));
        given().header("X-API-Key", "DEMOFULLACCESS")
                .header("Idempotency-Key", "away")
                .contentType(ContentType.JSON)
                .body("[{\"op\":\"delete\",\"number\":\"1\"}]")
                .post("/tickets/bulk")
                .then()
                .statusCode(503)
                .body("detail", containsString("same Idempotency-Key"));

        given().get(live).then().statusCode(200);
        given().get(ready).then().statusCode(503).body(containsString("no broker answers"));
    }

    @Test
    void whatCannotBeAuditedIsCountedAndRefusesNobody() {
        for (int i = 0; i < 30; i++) {
            given().get("/nowhere").then().statusCode(404);
        }

        String figures = given().get(metrics).asString();

        assertThat(Arrays.stream(figures.split("\n"))
                        .filter(line -> line.startsWith("ticketwire_audit_dropped_total"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                .singleElement()
                .satisfies(dropped -> assertThat(Double.parseDouble(dropped)).isGreaterThanOrEqualTo(19));
    }

    /** A real database, and a port that nobody listens on in the place of the broker. */
    public static final class NoBroker implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(TestInfrastructure.gatewaySettings("gateway_alone"));
            settings.put("ticketwire.audit.most-waiting", "10");
            settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
            settings.put("ticketwire.receipt.secret", "a secret of the tests alone");
            settings.put("quarkus.http.test-port", "0");
            settings.put("quarkus.management.test-port", "0");
            return settings;
        }

        @Override
        public void stop() {
            // The database ends with the JVM.
        }
    }
}
