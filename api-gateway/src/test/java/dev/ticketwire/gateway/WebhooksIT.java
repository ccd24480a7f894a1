package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.gateway.proxy.WebhookClient;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway forwards to the webhook service, and for whom. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(WebhookUpstream.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class WebhooksIT extends WithCommandService {
    @TestHTTPResource(management = true)
    URI management;

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @BeforeEach
    void theFullKeyMaySubscribe() throws SQLException {
        run("INSERT INTO ticketwire_key_settings (key_id, may_subscribe) SELECT id, 1 FROM ost_api_key WHERE apikey = '"
                + FULL + "'");
        snapshot.refresh();
        WebhookUpstream.ASKED.clear();
    }

    @AfterEach
    void noMore() throws SQLException {
        run("DELETE FROM ticketwire_key_settings");
        snapshot.refresh();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aWriteIsForwardedWithItsBodyAndTheSignedCaller() {
        keyed(FULL)
                .header("Idempotency-Key", "k")
                .header("If-Match", "\"r1\"")
                .body("{\"url\":\"https://a.example\"}")
                .post("/webhooks")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/webhooks/7"))
                .header("Location", startsWith("http://"))
                .header("ETag", "\"r1\"")
                .body("id", equalTo(7));

        WebhookUpstream.Asked asked = WebhookUpstream.ASKED.getFirst();
        assertThat(asked.body()).isEqualTo("{\"url\":\"https://a.example\"}");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("k");
        assertThat(asked.headers().get("If-Match")).isEqualTo("\"r1\"");
        assertThat(asked.headers().get(Identity.HEADER)).isNotBlank();
        assertThat(asked.headers().contains("X-API-Key")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/webhooks?limit=2&after=3",
        "GET,/webhooks/samples?type=ticket.created",
        "POST,/webhooks/preview",
        "GET,/webhooks/7",
        "PATCH,/webhooks/7",
        "POST,/webhooks/7/pause",
        "POST,/webhooks/7/resume",
        "POST,/webhooks/7/rotate",
        "POST,/webhooks/7/test",
        "POST,/webhooks/7/redeliver",
        "GET,/webhooks/7/deliveries?state=failed",
        "GET,/webhooks/7/deliveries/8",
        "POST,/webhooks/7/deliveries/8/redeliver"
    })
    void everyPathIsForwardedAsItIs(String method, String uri) {
        given().header("X-API-Key", FULL)
                .urlEncodingEnabled(false)
                .request(method, uri)
                .then()
                .statusCode(200);

        assertThat(WebhookUpstream.ASKED).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo(method);
            assertThat(asked.uri()).isEqualTo(uri);
        });
    }

    @Test
    void aDeleteAnswersNothingAndAProblemIsPassedOn() {
        keyed(FULL).delete("/webhooks/7").then().statusCode(204);
        keyed(FULL).delete("/webhooks/7/deliveries/8").then().statusCode(204);
        keyed(FULL)
                .get("/webhooks/404")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("webhook-not-found"))
                .body("type", endsWith("/problems/webhook-not-found"));
    }

    @Test
    void anExportIsPassedOnWhole() {
        String lines = keyed(FULL)
                .accept("application/x-ndjson")
                .get("/webhooks/7/deliveries")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();

        assertThat(lines).hasSize(WebhookUpstream.LINES * WebhookUpstream.LINE.length());
    }

    @Test
    void aKeyNeedsTheSettingAndThePermission() throws SQLException {
        keyed(READ_ONLY).get("/webhooks").then().statusCode(403).body("code", equalTo("subscriptions-not-allowed"));
        given().get("/webhooks").then().statusCode(401);
        run("UPDATE ost_api_key SET can_read_tickets = 0 WHERE apikey = '" + FULL + "'");
        snapshot.refresh();
        try {
            keyed(FULL).post("/webhooks/7/pause").then().statusCode(401).body("code", equalTo("permission-denied"));
        } finally {
            run("UPDATE ost_api_key SET can_read_tickets = 1 WHERE apikey = '" + FULL + "'");
        }
        assertThat(WebhookUpstream.ASKED).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsNotForwarded() {
        keyed(FULL)
                .body("{\"description\":\"" + "x".repeat(64 * 1024) + "\"}")
                .post("/webhooks")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));

        assertThat(WebhookUpstream.ASKED).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/webhooks/x-y,404", "/webhooks/7/deliveries/..,400", "/webhooks/7%2Fpause,400", "/webhooks/7/eat,404"})
    void otherPathsAreNotServed(String path, int status) {
        given().header("X-API-Key", FULL)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status);
        assertThat(WebhookUpstream.ASKED).isEmpty();
    }

    @Test
    void thePathSaysWhichMethodsItTakes() {
        given().options("/webhooks/7").then().statusCode(204).header("Allow", "GET, HEAD, PATCH, DELETE, OPTIONS");
        keyed(FULL).put("/webhooks/7").then().statusCode(405);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .contentType(ContentType.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/webhooks?limit=2&after=3,200",
        "POST,/webhooks,201",
        "GET,/webhooks/samples?type=ticket.created.v1,200",
        "POST,/webhooks/preview,200",
        "GET,/webhooks/7,200",
        "PATCH,/webhooks/7,200",
        "DELETE,/webhooks/7,204",
        "POST,/webhooks/7/pause,200",
        "POST,/webhooks/7/resume,200",
        "POST,/webhooks/7/rotate,200",
        "POST,/webhooks/7/test,200",
        "POST,/webhooks/7/redeliver,200",
        "GET,/webhooks/7/deliveries?state=failed,200",
        "GET,/webhooks/7/deliveries/8,200",
        "DELETE,/webhooks/7/deliveries/8,204",
        "POST,/webhooks/7/deliveries/8/redeliver,200"
    })
    void anOperatorsRequestIsForwardedAsItIsAndNobodyElses(String method, String path, int status) {
        boolean isRead = method.equals("GET");
        RequestSpecification request = isRead ? operator() : operator().body("{\"a\":1}");

        given().contentType(ContentType.JSON)
                .request(method, management.resolve(path))
                .then()
                .statusCode(401)
                .body("code", equalTo("operator-token-missing"));
        assertThat(WebhookUpstream.ASKED).isEmpty();
        request.request(method, management.resolve(path)).then().statusCode(status);

        WebhookUpstream.Asked asked = WebhookUpstream.ASKED.getFirst();
        assertThat(asked.method() + asked.uri()).isEqualTo(method + path);
        assertThat(asked.body()).isEqualTo(isRead ? "" : "{\"a\":1}");
        assertThat(asked.headers().contains("Authorization")).isFalse();
        assertThat(claims(asked).path("key").asInt(-1)).isZero();
        assertThat(claims(asked).path("departments").asText()).isEqualTo(Departments.ALL.toString());
    }

    /** The content of the signed identity. */
    private static JsonNode claims(WebhookUpstream.Asked asked) {
        String[] parts = asked.headers().get(Identity.HEADER).split("[.]", -1);
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOperatorGetsHeadersProblemsAndExportsOfTheService() {
        operator()
                .body("{}")
                .post(management.resolve("/webhooks"))
                .then()
                .statusCode(201)
                .header("Location", equalTo("/webhooks/7"))
                .header("ETag", equalTo("\"r1\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("id", equalTo(7));
        operator()
                .get(management.resolve("/webhooks/404"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("webhook-not-found"));
        String export = operator()
                .accept("application/x-ndjson")
                .get(management.resolve("/webhooks/7/deliveries"))
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(export).hasSize(WebhookUpstream.LINE.length() * WebhookUpstream.LINES);
        operator()
                .body("\"" + "x".repeat((int) WebhookClient.LARGEST_BODY) + "\"")
                .post(management.resolve("/webhooks"))
                .then()
                .statusCode(413);
    }
}
