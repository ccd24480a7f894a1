package dev.ticketwire.gateway;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of one other site may call; {@code ReadProxyIT} has the gateway without any. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(CorsIT.OneOrigin.class)
class CorsIT extends WithCommandService {
    private static final String ORIGIN = "https://portal.example";

    public static final class OneOrigin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.cors.origins", ORIGIN);
        }
    }

    @Test
    void aPreflightIsAnsweredWithoutAKey() {
        RestAssured.given()
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "x-api-key,if-match")
                .options("/tickets/100001")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", ORIGIN)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void thePageMayReadTheAnswerAndItsHeaders() {
        keyed(READ_ONLY)
                .header("Origin", ORIGIN)
                .get("/tickets/100001")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", ORIGIN)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void anyOtherOriginIsRefused() {
        keyed(READ_ONLY)
                .header("Origin", "https://elsewhere.example")
                .get("/tickets/100001")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", nullValue())
                .body("code", equalTo("origin-not-allowed"));
    }

    @Test
    void whoIsNoBrowserNoticesNothing() {
        keyed(READ_ONLY)
                .get("/tickets/100001")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
