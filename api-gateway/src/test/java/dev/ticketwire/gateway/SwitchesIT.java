package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can switch off. */
@QuarkusTest
@WithTestResource(SwitchesIT.AllOff.class)
class SwitchesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs",
                "/docs/",
                "/docs/page.css",
                "/openapi.json",
                "/openapi.yaml",
                "/openapi-3.0.json",
                "/asyncapi.json",
                "/events/schemas/ticket.created.v1.json",
                "/problems/not-found"
            })
    void withoutDocumentationNothingIsServedThere(String path) {
        given().redirects().follow(false).get(path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void withoutAnAuditTrailNothingIsSent() {
        given().get("/nowhere").then().statusCode(404);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("audit", "kafka-producer-network-thread | audit");
    }

    /** A real database, and no broker, which neither needs. */
    public static final class AllOff implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(TestInfrastructure.gatewaySettings("gateway_switches"));
            settings.put("ticketwire.docs.enabled", "false");
            settings.put("ticketwire.audit.enabled", "false");
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
