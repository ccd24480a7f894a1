package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.OpenTicket;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayResource.class)
class GatewayIT extends WithCommandService {

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
        assertThat(command.origin().ip()).isEqualTo("127.0.0.1");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tickets/100001",
                "/openapi.json",
                "/docs/",
                "/problems/not-found",
                "/health",
                "/tickets/9",
                "/nowhere",
                "/commands/AbC"
            })
    void onAShortPathHeadAnswersAsGetDoesWithoutABody(String path) {
        Response get = keyed(READ_ONLY).get(path);
        Response head = keyed(READ_ONLY).head(path);

        head.then().statusCode(get.statusCode());
        for (String name :
                List.of("Content-Type", "Content-Length", "ETag", "Link", "Cache-Control", "X-Total-Count")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void headNeedsTheKeyThatGetNeeds() {
        given().head("/tickets/100001").then().statusCode(401);
        given().head("/tickets/bulk").then().statusCode(401);
    }

    @Test
    void optionsSayWhichMethodsAPathTakes() {
        given().options("/tickets/100001").then().statusCode(204).header("Allow", "GET, HEAD, PATCH, DELETE, OPTIONS");
        given().options("/").then().statusCode(204);
        given().options("/nowhere").then().statusCode(404);
        given().options("/api/tickets-get.php/1.json").then().statusCode(405).header("Allow", (String) null);
        given().post("/health").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void theHealthIsToldToAnybodyInAWord() {
        given().get("/health").then().statusCode(200).body(equalTo("{\"status\":\"up\"}"));
    }

    @Test
    void getAndDeleteOfATicketAreServedWhereItsUpdateIs() {
        for (String root : List.of("/api", "/api/http.php", "/api/wildcard", "/api/wildcard.php")) {
            keyed(READ_ONLY)
                    .get(root + "/tickets/100001.json")
                    .then()
                    .statusCode(200)
                    .body("number", equalTo("100001"));
            keyed(READ_ONLY).get(root + "/tickets/100001.xml").then().contentType("application/xml; charset=UTF-8");
            keyed(READ_ONLY)
                    .delete(root + "/tickets/100001.json")
                    .then()
                    .statusCode(401)
                    .body("message", equalTo("API key not authorized to delete tickets"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks/cron",
                "/api/http.php/tasks/cron",
                "/api/cron.php",
                "/scp/",
                "/scp/login.php",
                "/open.php",
                "/view.php",
                "/file.php",
                "/index.php"
            })
    void whatBelongsToOsTicketsPhpIsSaidTo(String path) {
        Response answer = given().post(path);

        answer.then().statusCode(404);
        assertThat(answer.asString()).contains("belongs to osTicket's PHP", "ticketwire.php.url");
    }

    @Test
    void aTicketThatHadTheCallersNameAlreadyIsNotCreated() {
        keyed(FULL)
                .body(Map.of("subject", "existing", "externalId", "order 7/A"))
                .post("/tickets")
                .then()
                .statusCode(200)
                .header("Location", (String) null)
                .body(equalTo("{\"number\":\"200001\",\"id\":77}"));
        keyed(FULL)
                .body(Map.of("subject", "existing", "externalId", "order 7/A"))
                .post("/api/tickets.json")
                .then()
                .statusCode(200)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("200001"));

        OpenTicket command = (OpenTicket) CommandService.command(received("existing"));
        assertThat(command.externalId()).isEqualTo("order 7/A");
        assertThat(command.fields()).isEmpty();
    }

    @Test
    void anExternalIdThatIsNoneIsRefused() {
        keyed(FULL)
                .body(Map.of("externalId", 7))
                .post("/tickets")
                .then()
                .statusCode(400)
                .body("field", equalTo("externalId"));
        keyed(FULL)
                .body(Map.of("externalId", ""))
                .post("/api/tickets.json")
                .then()
                .statusCode(400)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("Invalid value for externalId"));
    }

    @Test
    void aTicketIsFoundByTheCallersNameForIt() {
        queryAnswers("/own-tickets?externalId=order%207%2FA%26%C3%BC", "[{\"number\":\"200001\"}]");

        keyed(FULL)
                .queryParam("externalId", "order 7/A&ü")
                .get("/tickets")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=UTF-8")
                .body(equalTo("[{\"number\":\"200001\"}]"));
    }

    @Test
    void aCallersNameForATicketStandsAlone() {
        String tickets = "/tickets";
        keyed(FULL).get(tickets + "?externalId=").then().statusCode(400).body("field", equalTo("externalId"));
        keyed(FULL)
                .get(tickets + "?externalId=a&externalId=b")
                .then()
                .statusCode(400)
                .body("field", equalTo("externalId"));
        keyed(FULL).get(tickets + "?externalId=" + "x".repeat(256)).then().statusCode(400);
        keyed(FULL)
                .get(tickets + "?externalId=a&limit=1")
                .then()
                .statusCode(400)
                .body("field", equalTo("limit"));
        given().get(tickets + "?externalId=a").then().statusCode(401);
    }

    @Test
    void aShortPathRefusesWhatItDoesNotUnderstand() {
        given().header("X-API-Key", FULL)
                .contentType("text/plain")
                .body("subject=s")
                .post("/tickets")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("unsupported-media-type"));
        given().header("X-API-Key", FULL)
                .formParam("statusId", "1")
                .patch("/tickets/1")
                .then()
                .statusCode(415)
                .body("detail", equalTo("Unsupported content type. Accepted: application/json or application/xml"));
        keyed(FULL).body("{").post("/tickets").then().statusCode(400).body("code", equalTo("invalid-json"));
        keyed(FULL).body("[]").patch("/tickets/1").then().statusCode(400).body("code", equalTo("invalid-value"));
        keyed(FULL)
                .body("[".repeat(70) + "]".repeat(70))
                .post("/tickets")
                .then()
                .statusCode(400)
                .body("code", equalTo("json-too-deep"));
        keyed(FULL)
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post("/tickets")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-content-encoding"));
    }

    @Test
    void aShortPathTakesFormsAndXmlForACreate() {
        given().header("X-API-Key", FULL)
                .formParam("subject", "by form")
                .post("/tickets")
                .then()
                .statusCode(201);
        given().header("X-API-Key", FULL)
                .contentType("application/xml")
                .body("<ticket subject='by xml'/>")
                .post("/tickets")
                .then()
                .statusCode(201);

        assertThat(received("by form")).isNotNull();
        assertThat(received("by xml")).isNotNull();
    }

    @Test
    void tooManyOrTooLargeAttachmentsAreRefusedOnEveryPath() {
        Map<String, Object> many =
                Map.of("subject", "s", "attachments", java.util.Collections.nCopies(4, Map.of("a.txt", "data:,x")));
        Map<String, Object> large = Map.of(
                "statusId", 1, "note", "n", "attachments", List.of(Map.of("a.txt", "data:," + "x".repeat(10_241))));

        keyed(FULL)
                .body(many)
                .post("/tickets")
                .then()
                .statusCode(413)
                .body("field", equalTo("attachments"))
                .body("code", equalTo("too-many-attachments"));
        keyed(FULL)
                .body(many)
                .post("/api/tickets.json")
                .then()
                .statusCode(413)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("Too many attachments: at most 3 are allowed"));
        keyed(FULL)
                .body(large)
                .patch("/api/tickets-update.php/1.json")
                .then()
                .statusCode(413)
                .body("message", equalTo("An attachment is larger than 10240 bytes"));
        keyed(FULL)
                .body(large)
                .patch("/tickets/1")
                .then()
                .statusCode(413)
                .body("code", equalTo("attachment-too-large"));
    }

    private static ConsumerRecord<String, byte[]> received(String subject) {
        return first(record -> subject.equals(CommandService.subject(record)));
    }
}
