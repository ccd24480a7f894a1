package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.command.PostReply;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** {@code POST /tickets/{number}/replies}. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class RepliesIT extends WithCommandService {

    @Test
    void aReplyIsAnsweredWithItsEntry() {
        keyed(FULL)
                .body(Map.of("message", "**Done**", "staffId", 3))
                .post("/tickets/BUG-0070/replies")
                .then()
                .statusCode(201)
                .contentType("application/json; charset=UTF-8")
                .body(equalTo("{\"number\":\"200001\",\"id\":77,\"entryId\":42}"));

        ConsumerRecord<String, byte[]> record =
                first(received -> CommandService.command(received).ticket().equals("BUG-0070"));
        assertThat(record.key()).isEqualTo("bug-0070");
        assertThat(CommandService.command(record))
                .isEqualTo(new PostReply("BUG-0070", "3", null, "**Done**", "markdown", List.of(), "127.0.0.1", false));
    }

    @Test
    void aReplyMayBeLeftToItselfAndRepeated() {
        String receipt = keyed(FULL)
                .header("Prefer", "respond-async")
                .body(Map.of("message", "m"))
                .post("/tickets/silent/replies")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        keyed(FULL).get(receipt).then().statusCode(200).body("status", equalTo("accepted"));

        keyed(FULL)
                .header("Idempotency-Key", "reply-1")
                .body(Map.of("message", "m"))
                .post("/tickets/71/replies")
                .then()
                .statusCode(201);
        keyed(FULL)
                .header("Idempotency-Key", "reply-1")
                .body(Map.of("message", "m"))
                .post("/tickets/71/replies")
                .then()
                .statusCode(201);
        keyed(FULL)
                .header("Idempotency-Key", "reply-1")
                .body(Map.of("message", "n"))
                .post("/tickets/71/replies")
                .then()
                .statusCode(422);
    }

    @Test
    void aReplyNeedsThePermissionToUpdate() {
        keyed(READ_ONLY)
                .body(Map.of("message", "m"))
                .post("/tickets/1/replies")
                .then()
                .statusCode(401)
                .body("detail", equalTo("API key not authorized to update tickets"));
    }

    @Test
    void whatIsWrongWithAReplyIsNamed() {
        keyed(FULL)
                .body(Map.of("message", "m", "staffId", 3, "email", "nina@example.org"))
                .post("/tickets/1/replies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("two-authors"))
                .body("field", equalTo("email"));
        keyed(FULL)
                .body(Map.of("message", "m", "note", "n"))
                .post("/tickets/1/replies")
                .then()
                .statusCode(400)
                .body("field", equalTo("note"));
        keyed(FULL).body("{}").post("/tickets/1/replies").then().statusCode(400).body("code", equalTo("body-missing"));
        keyed(FULL)
                .body(Map.of("message", "m"))
                .get("/tickets/1/replies")
                .then()
                .statusCode(405)
                .header("Allow", "POST, OPTIONS");
    }

    @Test
    void aRefusalOfTheRulesIsAProblem() {
        keyed(FULL)
                .body(Map.of("message", "m"))
                .post("/tickets/refuse/replies")
                .then()
                .statusCode(404);
        keyed(FULL)
                .body(Map.of("message", "m"))
                .post("/tickets/fail/replies")
                .then()
                .statusCode(500)
                .body("detail", equalTo("Internal error"));
    }
}
