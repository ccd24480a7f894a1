package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.quickstart.test.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the addresses in
class GatewayIT {
    private static final String FULL = "DEMOFULLACCESS";
    private static final String READ_ONLY = "DEMOREADONLY";
    private static CommandService commands;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @BeforeAll
    static void startCommandService() {
        commands = new CommandService(TestInfrastructure.bootstrapServers());
    }

    @AfterAll
    static void stopCommandService() throws InterruptedException {
        commands.close();
    }

    @BeforeEach
    void gatewayIsReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(ready).then().statusCode(200));
    }

    @Test
    void aCreateIsAnsweredWithItsOutcome() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        Response response = keyed(FULL)
                .header("traceparent", trace)
                .body(Map.of("subject", "applied at once", "message", "m", "severity", "Major"))
                .post("/api/tickets.json");

        response.then()
                .statusCode(201)
                .contentType("text/plain; charset=UTF-8")
                .header("Cache-Control", "no-store, no-cache, must-revalidate")
                .body(equalTo("200001"));
        assertThat(response.getCookies()).isEmpty();
        ConsumerRecord<String, byte[]> record = received("applied at once");
        assertThat(record.key()).isNull();
        assertThat(CommandService.header(record, CommandHeaders.TYPE)).isEqualTo(OpenTicket.TYPE);
        assertThat(CommandService.header(record, CommandHeaders.API_KEY)).isEqualTo("1");
        assertThat(CommandService.header(record, CommandHeaders.FINGERPRINT)).hasSize(64);
        assertThat(CommandService.header(record, CommandHeaders.TRACEPARENT)).isEqualTo(trace);
        OpenTicket command = (OpenTicket) CommandService.command(record);
        assertThat(command.ip()).isEqualTo("127.0.0.1");
        assertThat(command.fields()).containsEntry("severity", "Major");
    }

    @Test
    void aShortPathAnswersACreateWithJson() {
        keyed(FULL)
                .body(Map.of("subject", "s"))
                .post("/tickets")
                .then()
                .statusCode(201)
                .header("Location", "/tickets/200001")
                .body("number", equalTo("200001"))
                .body("id", equalTo(77));
    }

    @Test
    void aRefusalIsAnsweredInThePluginsWords() {
        keyed(FULL)
                .body(Map.of("subject", "refuse"))
                .post("/api/wildcard/tickets.json")
                .then()
                .statusCode(404)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("Department 'Nope' not found"));
        keyed(FULL)
                .body(Map.of("subject", "refuse"))
                .post("/tickets")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("department-not-found"))
                .body("field", equalTo("departmentId"));
    }

    @Test
    void withoutAnOutcomeInTimeTheCallerGetsAReceipt() {
        Response deferred = keyed(FULL)
                .header("Prefer", "wait=1")
                .body(Map.of("subject", "silent"))
                .post("/api/tickets.json");

        deferred.then()
                .statusCode(202)
                .header("Preference-Applied", "wait=1")
                .header("Location", startsWith("/commands/"))
                .body("status", equalTo("accepted"));
        keyed(FULL).get(deferred.header("Location")).then().statusCode(200).body("status", equalTo("accepted"));
        keyed(READ_ONLY).get(deferred.header("Location")).then().statusCode(404);
    }

    @Test
    void whoDoesNotWantToWaitGetsAReceiptAtOnce() {
        keyed(FULL)
                .header("Prefer", "respond-async")
                .body(Map.of("subject", "silent"))
                .post("/tickets")
                .then()
                .statusCode(202)
                .header("Preference-Applied", "respond-async");
    }

    @Test
    void aRepeatIsTheSameCommandAndAnotherRequestUnderItsKeyIsRefused() {
        RequestSpecification first =
                keyed(FULL).header("Idempotency-Key", "order-7").body(Map.of("subject", "once"));
        first.post("/api/tickets.json").then().statusCode(201);

        keyed(FULL)
                .header("Idempotency-Key", "\"order-7\"")
                .body(Map.of("subject", "once"))
                .post("/api/tickets.json")
                .then()
                .statusCode(201);
        keyed(FULL)
                .header("Idempotency-Key", "order-7")
                .body(Map.of("subject", "another"))
                .post("/api/tickets.json")
                .then()
                .statusCode(422)
                .body("message", equalTo("This Idempotency-Key was used for another request"));

        assertThat(commands.received.stream()
                        .filter(record -> "once".equals(CommandService.subject(record)))
                        .map(ConsumerRecord::key)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aFormatThatIsNoneIsRefusedBeforeAnythingIsSent() {
        keyed(FULL)
                .body(Map.of("subject", "never sent", "format", "rtf"))
                .post("/api/tickets.json")
                .then()
                .statusCode(400)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("Invalid format. Allowed: markdown, html, text"));
    }

    @Test
    void theKeyIsCheckedBeforeTheBody() {
        given().contentType(ContentType.JSON)
                .body("{")
                .post("/api/tickets.json")
                .then()
                .statusCode(401)
                .contentType("application/json; charset=UTF-8")
                .body("error", equalTo(true))
                .body("message", equalTo("Valid API key required"));
        keyed("NOSUCHKEY").post("/api/tickets.json").then().statusCode(401);
        keyed(READ_ONLY)
                .post("/api/tickets.json")
                .then()
                .statusCode(401)
                .body("message", equalTo("API key not authorized"));
        keyed(READ_ONLY).get("/api/tickets-subtickets-list.php/1.json").then().statusCode(403);
    }

    @Test
    void bodiesOfUpdatesAndLinksAreCheckedBeforeTheKey() {
        String link = "/api/tickets-subtickets-create.php/100007.json";
        given().contentType(ContentType.JSON)
                .body("{")
                .patch("/api/tickets-update.php/1.json")
                .then()
                .statusCode(400)
                .body("message", equalTo("Invalid JSON: Syntax error"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(link)
                .then()
                .statusCode(400)
                .body("message", equalTo("No data provided in JSON body"));
        given().contentType(ContentType.JSON)
                .body("{\"childId\":\"100007\"}")
                .post(link)
                .then()
                .statusCode(400)
                .body("message", equalTo("Cannot link ticket to itself"));
        given().contentType(ContentType.JSON)
                .body("{\"childId\":0}")
                .post(link)
                .then()
                .statusCode(400)
                .body("message", equalTo("Missing childId in request body"));
        given().contentType(ContentType.JSON)
                .body("{\"childId\":\"1\"}")
                .post(link)
                .then()
                .statusCode(401);
        given().delete("/api/tickets-subtickets-unlink.php/0.json")
                .then()
                .statusCode(400)
                .body("message", equalTo("Invalid child ticket number"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        byte[] large = ("{\"message\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        keyed(FULL).body(large).post("/api/tickets.json").then().statusCode(413);
    }

    @Test
    void aReadIsPassedOnWithItsForm() {
        keyed(READ_ONLY)
                .get("/api/tickets-get.php/100001.json")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=UTF-8")
                .body("number", equalTo("100001"));
        Response xml = keyed(READ_ONLY).get("/api/tickets-get.php/100001.xml");

        xml.then().statusCode(200).contentType("application/xml; charset=UTF-8");
        assertThat(xml.getCookies()).isEmpty();
        keyed(READ_ONLY).get("/tickets/100001").then().statusCode(200);
    }

    @Test
    void aServicesProblemTakesTheShapeOfThePath() {
        keyed(READ_ONLY)
                .get("/api/tickets-get.php/9.xml")
                .then()
                .statusCode(404)
                .contentType("application/json; charset=UTF-8")
                .body("message", equalTo("Ticket not found"));
        keyed(READ_ONLY)
                .get("/tickets/9")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("ticket-not-found"));
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() {
        keyed(READ_ONLY).get("/api/tickets-stats.php").then().statusCode(503).header("Retry-After", "2");
    }

    @Test
    void headGetsTheHeadOfTheAnswerOnly() {
        Response head = keyed(FULL).head("/api/tickets-get.php/1.json");

        head.then().statusCode(405).header("Content-Length", "54").header("Allow", (String) null);
        assertThat(head.asByteArray()).isEmpty();
    }

    private static RequestSpecification keyed(String key) {
        return given().header("X-API-Key", key).contentType(ContentType.JSON);
    }

    private static ConsumerRecord<String, byte[]> received(String subject) {
        return commands.received.stream()
                .filter(record -> subject.equals(CommandService.subject(record)))
                .findFirst()
                .orElseThrow();
    }
}
