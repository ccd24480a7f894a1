package dev.ticketwire.gateway;

import static io.restassured.RestAssured.config;
import static io.restassured.config.RedirectConfig.redirectConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway published below a path: what it says leads back to it, by its setting and by trusted proxies' word. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(BehindAProxyIT.BelowAPath.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class BehindAProxyIT extends WithCommandService {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    public static final class BelowAPath implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.base-path", "/helpdesk/");
        }
    }

    @AfterEach
    void trustNobody() throws SQLException {
        trust("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/helpdesk"})
    void requestsComeWithTheBasePathOrWithoutAndAnswersHaveIt(String sent) {
        keyed(FULL)
                .body(Map.of("subject", "s"))
                .post(sent + "/tickets")
                .then()
                .statusCode(201)
                .header("Location", "/helpdesk/tickets/200001");
        keyed(FULL)
                .header("Prefer", "respond-async")
                .body(Map.of("subject", "silent"))
                .post(sent + "/api/tickets.json")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/helpdesk/commands/"));
        keyed(FULL)
                .body(Map.of("operations", List.of(Map.of("op", "delete", "number", "1"))))
                .post(sent + "/tickets/bulk")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/helpdesk/commands/"));
        keyed(READ_ONLY)
                .get(sent + "/tickets/100001")
                .then()
                .statusCode(200)
                .header("Link", containsString("/helpdesk/tickets?limit=1&cursor=x>"));
        keyed(READ_ONLY).get(sent + "/tickets/9").then().body("type", equalTo("/helpdesk/problems/ticket-not-found"));
        RestAssured.given()
                .config(config().redirect(redirectConfig().followRedirects(false)))
                .get(sent + "/docs")
                .then()
                .statusCode(301)
                .header("Location", "/helpdesk/docs/");
        RestAssured.get(sent + "/openapi.json").then().body("servers[0].url", equalTo("/helpdesk"));
        RestAssured.get(sent + "/openapi.yaml").then().body(containsString("servers:\n  - url: /helpdesk\n"));
        RestAssured.get(sent + "/health").then().statusCode(200);
    }

    @Test
    void whatAnUntrustedCallerSaysOfAddressesIsNotRepeated() {
        forwarded(keyed(READ_ONLY))
                .header("Host", "gateway.example")
                .get("/tickets/100001")
                .then()
                .header("Link", startsWith("<http://gateway.example/helpdesk/tickets?"));
        RestAssured.given()
                .header("X-Forwarded-Prefix", "/outside")
                .get("/openapi.json")
                .then()
                .body("servers[0].url", equalTo("/helpdesk"));
        keyed(READ_ONLY)
                .header("Host", "gateway.example")
                .header("Forwarded", "host=evil.example;proto=https")
                .get("/tickets/100001")
                .then()
                .header("Link", startsWith("<http://gateway.example/helpdesk/tickets?"));
    }

    @Test
    void whatATrustedProxySaysOfAddressesCounts() throws SQLException {
        trust("127.0.0.1");

        forwarded(keyed(READ_ONLY))
                .header("X-Forwarded-Proto", "https")
                .get("/tickets/100001")
                .then()
                .header("Link", startsWith("<https://desk.example:8443/outside/tickets?"));
        forwarded(keyed(FULL))
                .body(Map.of("subject", "s"))
                .post("/tickets")
                .then()
                .header("Location", "/outside/tickets/200001");
        forwarded(RestAssured.given())
                .get("/openapi.json")
                .then()
                .body("servers[0].url", equalTo("/outside"))
                .header("Vary", "X-Forwarded-Prefix");
        forwarded(keyed(READ_ONLY))
                .get("/tickets/9")
                .then()
                .body("type", equalTo("/outside/problems/ticket-not-found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host=desk.example;proto=https | https://desk.example/helpdesk/",
                "host=evil.example, for=192.0.2.1;host=\"desk.example:81\" | http://desk.example:81/helpdesk/",
                "host=\"x>; rel=next\" | http://gateway.example/helpdesk/"
            })
    void theStandardHeaderOfATrustedProxyCountsToo(String header, String link) throws SQLException {
        trust("127.0.0.1");

        keyed(READ_ONLY)
                .header("Host", "gateway.example")
                .header("Forwarded", header)
                .get("/tickets/100001")
                .then()
                .header("Link", startsWith("<" + link + "tickets?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/a/../..", "/x\">", "https://evil.example/"})
    void aPrefixThatIsNoPathIsNotRepeatedEvenFromATrustedProxy(String prefix) throws SQLException {
        trust("*");

        keyed(FULL)
                .header("X-Forwarded-Prefix", prefix)
                .body(Map.of("subject", "s"))
                .post("/tickets")
                .then()
                .header("Location", "/helpdesk/tickets/200001");
    }

    @Test
    void aPathThatOnlyBeginsLikeTheBasePathIsAnother() {
        keyed(READ_ONLY).get("/helpdeskx/tickets/100001").then().statusCode(404);
        keyed(READ_ONLY).get("/helpdesk/helpdesk/tickets/100001").then().statusCode(404);
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/helpdesk/tickets/..%2f1")
                .then()
                .statusCode(400);
        RestAssured.options("/helpdesk").then().statusCode(204);
    }

    @Test
    void theHealthOfTheGatewayIsToldInPlainWhereHttpsIsForced() throws SQLException {
        set("force_https", "on");
        try {
            RestAssured.get("/health").then().statusCode(200);
            RestAssured.options("/").then().statusCode(204);
            RestAssured.given()
                    .config(config().redirect(redirectConfig().followRedirects(false)))
                    .get("/helpdesk/tickets/1?x=1")
                    .then()
                    .statusCode(302)
                    .header("Location", endsWith("/helpdesk/tickets/1?x=1"));
        } finally {
            set("force_https", "");
        }
    }

    private static RequestSpecification forwarded(RequestSpecification request) {
        return request.header("X-Forwarded-Host", "evil.example, desk.example")
                .header("X-Forwarded-Port", "8443")
                .header("X-Forwarded-Prefix", "/outside");
    }

    private void trust(String proxies) throws SQLException {
        set("trusted_proxies", proxies);
    }

    private void set(String name, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM ost_config WHERE namespace = 'core' AND `key` = '" + name + "'");
            statement.execute("INSERT INTO ost_config (namespace, `key`, value, updated) VALUES ('core', '" + name
                    + "', '" + value + "', NOW())");
        }
        reference.refresh();
    }
}
