package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.RefuseItem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code POST /tickets/bulk} and its receipt. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class BulkHandlerIT extends WithCommandService {

    @Test
    void everyOperationTravelsAsItsOwnRequestWould() {
        Response accepted = keyed(FULL)
                .body("{\"operations\":[{\"op\":\"create\",\"data\":{\"subject\":\"b0\"}},"
                        + "{\"op\":\"update\",\"number\":\"BUG-0080\",\"data\":{\"statusId\":6}},"
                        + "{\"op\":\"delete\",\"number\":\"81\",\"oops\":1},"
                        + "{\"op\":\"link\",\"number\":82,\"parent\":83}]}")
                .post("/tickets/bulk");

        accepted.then().statusCode(202).body("status", equalTo("accepted")).body("items", equalTo(4));
        assertThat(accepted.header("Location")).isEqualTo("/commands/" + accepted.path("receipt"));
        List<ConsumerRecord<String, byte[]>> records = items(bulkOf(accepted.header("Location")), 4);
        assertThat(records).extracting(ConsumerRecord::key).containsExactly(null, "bug-0080", null, "82");
        assertThat(((RefuseItem) CommandService.command(records.get(2)))
                        .refusal()
                        .field())
                .isEqualTo("oops");
        assertThat(records)
                .extracting(record -> CommandService.header(record, CommandHeaders.FINGERPRINT))
                .doesNotHaveDuplicates()
                .allMatch(fingerprint -> fingerprint.length() == 64);
        assertThat(records)
                .allMatch(record -> CommandService.header(record, CommandHeaders.CORRELATION)
                                .isEmpty()
                        && CommandService.header(record, CommandHeaders.REPLY_PARTITION)
                                .isEmpty());
    }

    @Test
    void theReceiptShowsEveryItem() {
        String receipt = keyed(FULL)
                .header("Idempotency-Key", "bulk-shown")
                .body("[{\"op\":\"create\",\"data\":{\"subject\":\"shown\"}},{\"op\":\"delete\",\"number\":\"84\"}]")
                .post("/tickets/bulk")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String items = "/commands/" + bulkOf(receipt) + "/items?count=2";
        queryAnswers(
                items,
                "[{\"index\":1,\"outcome\":{\"state\":\"applied\",\"id\":\"i\","
                        + "\"number\":\"84\",\"ticketId\":8,\"answer\":null}}]");

        keyed(FULL)
                .get(receipt)
                .then()
                .statusCode(200)
                .body(equalTo("{\"status\":\"accepted\",\"items\":2,\"counts\":{\"accepted\":1,\"applied\":1,"
                        + "\"rejected\":0,\"failed\":0},\"operations\":[{\"index\":0,\"status\":\"accepted\"},"
                        + "{\"index\":1,\"status\":\"applied\",\"number\":\"84\"}]}"));
        keyed(READ_ONLY).get(receipt).then().statusCode(404);
        keyed(FULL)
                .get(receipt.substring(0, 20) + "x" + receipt.substring(21))
                .then()
                .statusCode(404);
    }

    @Test
    void theReceiptOfABulkThatCannotBeLookedUpIsTriedLater() {
        String receipt = keyed(FULL)
                .body("[{\"op\":\"delete\",\"number\":\"85\"}]")
                .post("/tickets/bulk")
                .header("Location");

        keyed(FULL).get(receipt).then().statusCode(503).header("Retry-After", "2");
    }

    @Test
    void aThousandLinesOfOneTicketKeepTheirOrder() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append("{\"op\":\"update\",\"number\":\"86\",\"data\":{\"subject\":\"s")
                    .append(i)
                    .append("\"}}\n");
        }

        Response accepted = lines(FULL).body(lines.toString()).post("/tickets/bulk");

        accepted.then().statusCode(202).body("items", equalTo(1000));
        Awaitility.await().until(() -> all(BulkHandlerIT::isOf86).size() == 1000);
        UUID bulk = bulkOf(accepted.header("Location"));
        List<String> sent = all(BulkHandlerIT::isOf86).stream()
                .map(record -> CommandService.header(record, CommandHeaders.ID))
                .toList();
        assertThat(sent)
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(i -> BulkId.item(bulk, i).toString())
                        .toList());
    }

    private static boolean isOf86(ConsumerRecord<String, byte[]> record) {
        return CommandService.command(record).ticket().equals("86");
    }

    @Test
    void aBulkIsRepeatedUnderItsIdempotencyKeyAndAnotherIsRefused() {
        String first = "[{\"op\":\"create\",\"data\":{\"subject\":\"again\"}}]";
        for (int i = 0; i < 2; i++) {
            keyed(FULL)
                    .header("Idempotency-Key", "bulk-1")
                    .body(first)
                    .post("/tickets/bulk")
                    .then()
                    .statusCode(202);
        }
        Awaitility.await()
                .until(() -> all(record -> CommandService.subject(record).equals("again"))
                                .size()
                        == 2);
        List<ConsumerRecord<String, byte[]>> repeats =
                all(record -> CommandService.subject(record).equals("again"));
        assertThat(repeats).hasSize(2);
        assertThat(repeats)
                .extracting(ConsumerRecord::key)
                .containsOnly(repeats.get(0).key())
                .doesNotContainNull();
        String id = CommandService.header(repeats.get(0), CommandHeaders.ID);
        assertThat(repeats.get(1).key()).isEqualTo(id);
        queryAnswers(
                "/commands/" + id,
                "{\"fingerprint\":\"" + CommandService.header(repeats.get(0), CommandHeaders.FINGERPRINT)
                        + "\",\"outcome\":{\"state\":\"applied\",\"id\":\"i\",\"number\":\"1\",\"ticketId\":1}}");

        keyed(FULL)
                .header("Idempotency-Key", "bulk-1")
                .body(first)
                .post("/tickets/bulk")
                .then()
                .statusCode(202);
        keyed(FULL)
                .header("Idempotency-Key", "bulk-1")
                .body("[{\"op\":\"create\",\"data\":{\"subject\":\"never sent\"}}]")
                .post("/tickets/bulk")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(all(record -> CommandService.subject(record).equals("never sent")))
                .isEmpty();
    }

    @Test
    void anItemNeedsTheKeysPermissionButTheBulkDoesNot() {
        keyed(READ_ONLY)
                .body("[{\"op\":\"delete\",\"number\":\"87\"}]")
                .header("Idempotency-Key", "denied")
                .post("/tickets/bulk")
                .then()
                .statusCode(202);

        assertThat(all(record -> CommandService.command(record).ticket().equals("87")))
                .isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(refusals()).contains("permission-denied"));
        given().contentType("application/json")
                .body("[]")
                .post("/tickets/bulk")
                .then()
                .statusCode(401);
    }

    @Test
    void anUnreadableLineStopsNothing() {
        lines(FULL)
                .body("{\"op\":\"delete\",\"number\":\"88\"}\n\n{oops\n{\"op\":\"delete\",\"number\":\"89\"}")
                .post("/tickets/bulk")
                .then()
                .statusCode(202)
                .body("items", equalTo(3));

        Awaitility.await()
                .untilAsserted(() -> assertThat(all(record -> List.of("88", "89")
                                .contains(CommandService.command(record).ticket())))
                        .hasSize(2));
        Awaitility.await().untilAsserted(() -> assertThat(refusals()).contains("invalid-json"));
    }

    @Test
    void whatIsNoBulkAsAWholeIsRefused() {
        keyed(FULL).body("{").post("/tickets/bulk").then().statusCode(400).body("code", equalTo("invalid-json"));
        keyed(FULL)
                .body(Map.of("operations", List.of()))
                .post("/tickets/bulk")
                .then()
                .statusCode(400)
                .body("field", equalTo("operations"))
                .body("detail", equalTo("A bulk has 1 to 1000 operations"));
        given().header("X-API-Key", FULL)
                .contentType("application/xml")
                .body("<x/>")
                .post("/tickets/bulk")
                .then()
                .statusCode(415)
                .body("detail", containsString("application/x-ndjson"));
        keyed(FULL)
                .header("Content-Encoding", "gzip")
                .body("[]")
                .post("/tickets/bulk")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-content-encoding"));
        keyed(FULL).put("/tickets/bulk").then().statusCode(405);
    }

    @Test
    void aBulkAboveALimitOfABodyIsRefusedAsAWhole() {
        keyed(FULL)
                .body("[\"" + "x".repeat(1024 * 1024) + "\"]")
                .post("/tickets/bulk")
                .then()
                .statusCode(413);
    }

    /** A receipt begins with the bulk's id. */
    private static UUID bulkOf(String location) {
        ByteBuffer receipt = ByteBuffer.wrap(Base64.getUrlDecoder().decode(location.substring("/commands/".length())));
        return new UUID(receipt.getLong(), receipt.getLong());
    }

    private static List<ConsumerRecord<String, byte[]>> items(UUID bulk, int count) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = BulkId.item(bulk, i).toString();
            Awaitility.await().until(() -> !all(record -> hasId(record, id)).isEmpty());
            records.add(first(record -> hasId(record, id)));
        }
        return records;
    }

    private static boolean hasId(ConsumerRecord<String, byte[]> record, String id) {
        return CommandService.header(record, CommandHeaders.ID).equals(id);
    }

    private static RequestSpecification lines(String key) {
        return given().header("X-API-Key", key)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)))
                .contentType("application/x-ndjson");
    }

    private static List<String> refusals() {
        List<String> codes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : commands.received) {
            if (CommandService.command(record) instanceof RefuseItem item) {
                codes.add(item.refusal().code());
            }
        }
        return codes;
    }
}
