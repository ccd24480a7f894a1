package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.command.UpdateTicket;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Update, delete, link and unlink: to the command service and back, through the real broker. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class WriteHandlerIT extends WithCommandService {

    @Test
    void anUpdateIsAnsweredWithTheNumber() {
        keyed(FULL)
                .body(Map.of("statusId", 6, "note", "n"))
                .patch("/api/tickets-update.php/BUG-0001.xml")
                .then()
                .statusCode(200)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("200001"));

        ConsumerRecord<String, byte[]> record = received("BUG-0001");
        assertThat(record.key()).isEqualTo("bug-0001");
        assertThat(CommandService.header(record, CommandHeaders.SUBJECT)).isEqualTo("BUG-0001");
        assertThat(CommandService.header(record, CommandHeaders.TYPE)).isEqualTo(UpdateTicket.TYPE);
        UpdateTicket command = (UpdateTicket) CommandService.command(record);
        assertThat(command.routing().status()).isEqualTo("6");
        assertThat(command.ip()).isEqualTo("127.0.0.1");
        keyed(FULL)
                .body(Map.of("statusId", 6))
                .put("/api/tickets/100002.json")
                .then()
                .statusCode(200);
    }

    @Test
    void whatThePluginsPathsDoNotUnderstandIsIgnoredAndSaid() {
        keyed(FULL)
                .body(Map.of("statusId", 6, "mes\"sage\n", "a secret"))
                .patch("/api/tickets-update.php/100031.json")
                .then()
                .statusCode(200)
                .header("Warning", "299 - \"Not understood and ignored: mes_sage_\"");
        keyed(FULL)
                .body(Map.of("childId", 100020, "parentId", 5))
                .post("/api/tickets-subtickets-create.php/100032.json")
                .then()
                .statusCode(200)
                .header("Warning", "299 - \"Not understood and ignored: parentId\"");
        keyed(FULL)
                .body(Map.of("email", "nina@example.org", "name", "N", "subject", "s", "message", "m", "topicID", 1))
                .post("/api/tickets.json")
                .then()
                .statusCode(201)
                .header("Warning", "299 - \"Not understood and ignored: topicID\"");
    }

    @Test
    void whatIsUnderstoodIsNotWarnedOf() {
        keyed(FULL)
                .body(Map.of("status", 6, "duedate", "2031-02-03", "note", "n"))
                .patch("/api/tickets-update.php/100033.json")
                .then()
                .statusCode(200)
                .header("Warning", nullValue());
        keyed(FULL)
                .body(Map.of("severity", "x"))
                .patch("/tickets/100034")
                .then()
                .statusCode(200)
                .header("Warning", nullValue());
    }

    @Test
    void anUpdateOnAShortPathIsAnsweredWithJson() {
        keyed(FULL)
                .body("{\"staffId\":null,\"severity\":\"Major\"}")
                .patch("/tickets/100003")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=UTF-8")
                .body("number", equalTo("200001"))
                .body("id", equalTo(77));

        UpdateTicket command = (UpdateTicket) CommandService.command(received("100003"));
        assertThat(command.emptied()).containsExactly("staffId");
        assertThat(command.fields()).containsEntry("severity", "Major");
    }

    @Test
    void aDeleteIsAnsweredWithTheNumberOrWithNothing() {
        keyed(FULL)
                .body("{ ignored")
                .delete("/api/tickets-delete.php/19.json")
                .then()
                .statusCode(200)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("200001"));
        Response nothing = keyed(FULL).delete("/tickets/20");

        nothing.then().statusCode(204).header("Content-Length", (String) null);
        assertThat(nothing.asByteArray()).isEmpty();
        assertThat(CommandService.command(received("19"))).isEqualTo(new DeleteTicket("19"));
    }

    @Test
    void aLinkIsAnsweredInTheFormOfItsPath() {
        keyed(FULL)
                .body(Map.of("childId", 100020))
                .post("/api/tickets-subtickets-create.php/100018.json")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=UTF-8")
                .body(equalTo("{\"success\":true,\"message\":\"done\",\"parent\":{\"number\":\"100018\"},"
                        + "\"child\":{\"number\":\"200001\"}}"));
        given().header("X-API-Key", FULL)
                .formParam("childId", "100021")
                .post("/api/tickets-subtickets-create.php/100018.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml; charset=UTF-8")
                .body("response.success", equalTo("1"));
        keyed(FULL)
                .body(Map.of("number", "100022"))
                .post("/tickets/100018/children")
                .then()
                .statusCode(200)
                .body("parent.number", equalTo("100018"));

        ConsumerRecord<String, byte[]> record = received("100022");
        assertThat(record.key()).isEqualTo("100022");
        assertThat(CommandService.command(record)).isEqualTo(new LinkTicket("100022", "100018"));
    }

    @Test
    void anUnlinkIsAnsweredWithTheChild() {
        keyed(FULL)
                .delete("/api/tickets-subtickets-unlink.php/100008.json")
                .then()
                .statusCode(200)
                .body("child.number", equalTo("200001"));
        keyed(FULL).delete("/tickets/100009/parent").then().statusCode(200).body("message", equalTo("done"));

        assertThat(CommandService.command(received("100008"))).isEqualTo(new UnlinkTicket("100008"));
    }

    @Test
    void aRefusalTakesTheShapeOfThePath() {
        keyed(FULL)
                .body(Map.of("departmentId", "Nope"))
                .patch("/api/tickets-update.php/refuse.xml")
                .then()
                .statusCode(404)
                .contentType("application/json; charset=UTF-8")
                .body("message", equalTo("Department 'Nope' not found"));
        keyed(FULL)
                .body(Map.of("departmentId", "Nope"))
                .patch("/tickets/refuse")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("department-not-found"));
    }

    @Test
    void whatFailedIsSaidInThePluginsWordsWithoutTheReason() {
        keyed(FULL)
                .delete("/api/tickets-delete.php/fail.json")
                .then()
                .statusCode(500)
                .body("message", equalTo("Failed to delete ticket: Internal error"));
        keyed(FULL)
                .body(Map.of("childId", "fail"))
                .post("/api/tickets-subtickets-create.php/1.json")
                .then()
                .statusCode(500)
                .body("message", equalTo("Failed to create subticket relationship"));
        keyed(FULL)
                .delete("/api/tickets-subtickets-unlink.php/fail.json")
                .then()
                .statusCode(500)
                .body("message", equalTo("Failed to unlink subticket"));
        keyed(FULL)
                .body(Map.of("statusId", 1))
                .patch("/api/tickets-update.php/fail.json")
                .then()
                .statusCode(500)
                .body("message", equalTo("Internal error"));
    }

    @Test
    void withoutAnOutcomeInTimeTheCallerGetsAReceipt() {
        Response deferred = keyed(FULL).header("Prefer", "respond-async").delete("/tickets/silent");

        deferred.then().statusCode(202).body("status", equalTo("accepted"));
        keyed(FULL).get(deferred.header("Location")).then().statusCode(200).body("status", equalTo("accepted"));
    }

    @Test
    void anIdempotencyKeyBelongsToOneOperationTargetAndBody() {
        RequestSpecification first = keyed(FULL).header("Idempotency-Key", "once");
        first.body(Map.of("statusId", 1)).patch("/tickets/30").then().statusCode(200);

        repeated().body(Map.of("statusId", 1)).patch("/tickets/30").then().statusCode(200);
        repeated().body(Map.of("statusId", 2)).patch("/tickets/30").then().statusCode(422);
        repeated().body(Map.of("statusId", 1)).patch("/tickets/31").then().statusCode(422);
        repeated().delete("/tickets/30").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aKeyWithoutThePermissionIsDeniedWithoutACommand() {
        keyed(READ_ONLY)
                .body(Map.of("statusId", true))
                .patch("/api/tickets-update.php/denied.json")
                .then()
                .statusCode(401)
                .body("message", equalTo("API key not authorized to update tickets"));
        keyed(READ_ONLY).delete("/tickets/denied").then().statusCode(401);
        keyed(READ_ONLY)
                .body("{")
                .post("/tickets/denied/children")
                .then()
                .statusCode(403)
                .body("code", equalTo("permission-denied"));
        keyed(READ_ONLY).delete("/tickets/denied/parent").then().statusCode(403);

        assertThat(commands.received)
                .noneMatch(record -> CommandService.command(record).ticket().equals("denied"));
    }

    @Test
    void aWrongValueIsRefusedBeforeAnythingIsSent() {
        keyed(FULL)
                .body(Map.of("statusId", true))
                .patch("/api/tickets-update.php/wrong.json")
                .then()
                .statusCode(400)
                .body("message", equalTo("Invalid value for statusId"));
        keyed(FULL)
                .body(Map.of("statusId", true))
                .patch("/tickets/wrong")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-value"))
                .body("field", equalTo("statusId"));

        assertThat(commands.received)
                .noneMatch(record -> CommandService.command(record).ticket().equals("wrong"));
    }

    @Test
    void theNamesThatARequestUsedGoWithItsCommand() {
        keyed(FULL).body(Map.of("status", "x", "priority", "x")).patch("/tickets/spelled");
        keyed(FULL).body(Map.of("number", "8")).post("/tickets/spelled-parent/children");
        keyed(FULL).body(Map.of("statusId", "x")).patch("/tickets/plainly-spelled");

        assertThat(CommandService.header(received("spelled"), CommandHeaders.SPELLINGS))
                .isEqualTo("priorityId=priority statusId=status");
        assertThat(CommandService.header(received("8"), CommandHeaders.SPELLINGS))
                .isEqualTo("childId=number");
        assertThat(received("plainly-spelled").headers().lastHeader(CommandHeaders.SPELLINGS))
                .isNull();
    }

    private static RequestSpecification repeated() {
        return keyed(FULL).header("Idempotency-Key", "once");
    }

    private static ConsumerRecord<String, byte[]> received(String ticket) {
        return first(record -> CommandService.command(record).ticket().equals(ticket));
    }
}
