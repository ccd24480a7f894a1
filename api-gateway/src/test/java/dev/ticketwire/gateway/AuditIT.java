package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.message.AuditRecord;
import dev.ticketwire.contract.message.AuditRecord.Actor;
import dev.ticketwire.contract.message.AuditRecord.Result;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What the audit topic says of requests, read from the real broker. Requests are told apart by a mark in their path.
 */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the address in
class AuditIT extends WithCommandService {
    private final String mark = "M" + UUID.randomUUID().toString().substring(0, 12);

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void anAppliedWriteIsRecordedUnderItsKey() {
        Instant before = Instant.now();

        keyed(FULL)
                .body("{\"priority\":\"High\"}")
                .patch("/tickets/" + mark)
                .then()
                .statusCode(200);

        ConsumerRecord<String, byte[]> sent = recorded(ofTicket(mark));
        AuditRecord record = read(sent);
        assertThat(sent.key()).isEqualTo("1");
        assertThat(record.actor()).isEqualTo(Actor.KEY);
        assertThat(record.keyId()).isEqualTo(1);
        assertThat(record.address()).isEqualTo("127.0.0.1");
        assertThat(record.method()).isEqualTo("PATCH");
        assertThat(record.operation()).isEqualTo("update");
        assertThat(record.ticket()).isEqualTo("200001");
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.code()).isNull();
        assertThat(record.outcome()).isEqualTo(Result.APPLIED);
        assertThat(record.legacy()).isFalse();
        assertThat(record.durationMs()).isBetween(0L, 60_000L);
        assertThat(Instant.parse(record.time())).isBetween(before, Instant.now());
        assertThat(UUID.fromString(record.request())).isNotNull();
        assertThat(UUID.fromString(String.valueOf(record.commandId()))).isNotNull();
    }

    @Test
    void aCreateByAPluginsPathIsRecordedAndItsBodyIsNot() {
        given().header("X-API-Key", FULL)
                .contentType("application/json")
                .body(Map.of("subject", mark))
                .post("/api/tickets.json")
                .then()
                .statusCode(201);
        keyed(FULL).delete("/tickets/" + mark).then().statusCode(204);

        recorded(ofTicket(mark));
        assertThat(all()).anySatisfy(record -> {
            assertThat(record.operation()).isEqualTo("create");
            assertThat(record.legacy()).isTrue();
            assertThat(record.outcome()).isEqualTo(Result.APPLIED);
        });
        assertThat(texts()).noneMatch(text -> text.contains("subject"));
    }

    @Test
    void aRejectedCommandIsToldFromARefusedRequest() {
        keyed(FULL)
                .header("Idempotency-Key", mark)
                .delete("/tickets/refuse")
                .then()
                .statusCode(404);
        keyed(READ_ONLY).delete("/tickets/" + mark).then().statusCode(401);

        AuditRecord refused = read(recorded(ofTicket(mark)));
        assertThat(refused.outcome()).isEqualTo(Result.REFUSED);
        assertThat(refused.code()).isEqualTo("permission-denied");
        assertThat(refused.keyId()).isEqualTo(2);
        assertThat(refused.commandId()).isNull();
        AuditRecord rejected = read(recorded(record -> "refuse".equals(record.argument())));
        assertThat(rejected.outcome()).isEqualTo(Result.REJECTED);
        assertThat(rejected.code()).isEqualTo("department-not-found");
        assertThat(rejected.commandId()).isNotNull();
    }

    @Test
    void aFailedCommandAndOneThatIsDeferredSaySo() {
        keyed(FULL).delete("/tickets/fail").then().statusCode(500);
        keyed(FULL)
                .header("Prefer", "respond-async")
                .delete("/tickets/" + mark)
                .then()
                .statusCode(202);

        assertThat(read(recorded(ofTicket(mark))).outcome()).isEqualTo(Result.ACCEPTED);
        assertThat(read(recorded(record -> "fail".equals(record.argument()))).outcome())
                .isEqualTo(Result.FAILED);
    }

    @Test
    void whoHasNoKeyIsRecordedWithTheAddressAlone() {
        given().header("X-API-Key", "NOSUCHKEYANYWHERE")
                .get("/tickets/" + mark)
                .then()
                .statusCode(401);

        ConsumerRecord<String, byte[]> sent = recorded(ofTicket(mark));
        AuditRecord record = read(sent);
        assertThat(sent.key()).isNull();
        assertThat(record.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(record.keyId()).isNull();
        assertThat(record.address()).isEqualTo("127.0.0.1");
        assertThat(record.code()).isEqualTo("api-key-unknown");
        assertThat(record.outcome()).isEqualTo(Result.REFUSED);
        assertThat(texts()).noneMatch(text -> text.contains("NOSUCHKEYANYWHERE"));
    }

    @Test
    void aPathThatNothingIsServedUnderAndAWrongMethodAreRecorded() {
        given().header("X-API-Key", FULL).get("/nowhere?token=" + mark).then().statusCode(404);
        given().header("X-API-Key", FULL).put("/tickets-stats").then().statusCode(405);
        keyed(READ_ONLY).delete("/tickets/" + mark).then().statusCode(401);

        recorded(ofTicket(mark));
        assertThat(all()).anySatisfy(record -> {
            assertThat(record.code()).isEqualTo("not-found");
            assertThat(record.operation()).isEqualTo("none");
            assertThat(record.address()).isEqualTo("127.0.0.1");
        });
        assertThat(all()).anySatisfy(record -> {
            assertThat(record.code()).isEqualTo("method-not-allowed");
            assertThat(record.method()).isEqualTo("PUT");
        });
        assertThat(texts()).noneMatch(text -> text.contains("token="));
    }

    @Test
    void aReadThatIsAnsweredIsNotRecorded() {
        queryAnswers("/tickets/" + mark + "?versioned=true", "{}");
        queryAnswers("/tickets/" + mark, "{}");
        keyed(FULL).get("/tickets/" + mark).then().statusCode(200);
        keyed(READ_ONLY).delete("/tickets/" + mark).then().statusCode(401);

        recorded(ofTicket(mark));

        assertThat(all().stream().filter(ofTicket(mark)).map(AuditRecord::method))
                .containsExactly("DELETE");
    }

    @Test
    void aBulkIsOneRecordWithTheNumberOfItsOperations() {
        String id = keyed(FULL)
                .body("[{\"op\":\"delete\",\"number\":\"1\"},{\"op\":\"delete\",\"number\":\"2\"}]")
                .post("/tickets/bulk")
                .then()
                .statusCode(202)
                .extract()
                .path("receipt");

        AuditRecord record = read(recorded(bulk -> bulk.operation().equals("bulk")));
        assertThat(record.items()).isEqualTo(2);
        assertThat(record.outcome()).isEqualTo(Result.ACCEPTED);
        assertThat(record.commandId()).isNotNull();
        assertThat(texts()).noneMatch(text -> text.contains(id));
    }

    @Test
    void whatAnOperatorDoesIsRecorded() {
        URI letters = management.resolve("/dead-letters");
        given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .delete(letters + "/" + mark)
                .then()
                .statusCode(404);
        given().header("Authorization", "Bearer wrong")
                .post(letters + "/" + mark + "/replay")
                .then()
                .statusCode(401);

        ConsumerRecord<String, byte[]> operator = recorded(
                record -> ofTicket(mark).test(record) && record.operation().equals("dead-letter-discard"));
        assertThat(operator.key()).isEqualTo("operator");
        assertThat(read(operator).actor()).isEqualTo(Actor.OPERATOR);
        assertThat(read(operator).code()).isEqualTo("dead-letter-not-found");
        AuditRecord stranger = read(recorded(
                record -> ofTicket(mark).test(record) && record.operation().equals("dead-letter-replay")));
        assertThat(stranger.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(texts()).noneMatch(text -> text.contains(GatewayResource.OPERATOR_TOKEN));
    }

    @Test
    void whatBecomesOfKeysIsRecordedUnderTheirIds() {
        String id = operator()
                .body("{\"name\":\"" + mark + "\"}")
                .post(management.resolve("/keys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        URI key = management.resolve("/keys/" + id);
        operator().body("{\"active\":false}").patch(key).then().statusCode(200);
        operator().body("{}").post(key + "/rotate").then().statusCode(200);
        operator().delete(key).then().statusCode(204);

        for (String operation : List.of("key-add", "key-change", "key-rotate", "key-revoke")) {
            AuditRecord record = read(
                    recorded(sent -> ofTicket(id).test(sent) && sent.operation().equals(operation)));
            assertThat(record.actor()).isEqualTo(Actor.OPERATOR);
            assertThat(record.outcome()).as(operation).isEqualTo(Result.of(record.status()));
        }
        assertThat(texts()).noneMatch(text -> text.contains("tw_"));
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN);
    }

    @Test
    void noRecordHoldsAKey() {
        keyed(FULL).delete("/tickets/" + mark).then().statusCode(204);

        recorded(ofTicket(mark));

        assertThat(texts()).noneMatch(text -> text.contains(FULL) || text.contains(READ_ONLY));
    }

    private static Predicate<AuditRecord> ofTicket(String argument) {
        return record -> argument.equals(record.argument());
    }

    /** The latest of those, once there is one. */
    private static ConsumerRecord<String, byte[]> recorded(Predicate<AuditRecord> which) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> topic().stream()
                                .filter(record -> which.test(read(record)))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static List<AuditRecord> all() {
        return topic().stream().map(AuditIT::read).toList();
    }

    private static List<String> texts() {
        return topic().stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    private static AuditRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            return AuditRecord.of(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> topic() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestInfrastructure.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
