package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's endpoints on a real broker. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the address in
class DeadLettersIT {
    private static final String BROKER = TestInfrastructure.bootstrapServers();

    private final String id = UUID.randomUUID().toString();

    private URI letters;

    @TestHTTPResource(management = true)
    URI management;

    @BeforeEach
    void findLetters() {
        letters = management.resolve("/dead-letters");
    }

    @Test
    void onlyTheOperatorMayAsk() {
        given().get(letters)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("operator-token-missing"));
        given().header("Authorization", "Bearer wrong")
                .post(letters + "/replay")
                .then()
                .statusCode(401);
        given().header("X-API-Key", "DEMOFULLACCESS")
                .delete(letters + "/" + id)
                .then()
                .statusCode(401);
    }

    @Test
    void everyClientIsToldHowTheBrokerIsReached() throws Exception {
        bury(new DeleteTicket("100001"));

        operator().delete(letters + "/" + id).then().statusCode(204);

        assertThat(KafkaClients.TOLD)
                .contains("audit", "dead-letter-reader", "dead-letter-writer")
                .anyMatch(client -> client.contains("commands"))
                .anyMatch(client -> client.contains("outcomes"));
    }

    @Test
    void aLetterIsListedAndShownWithoutTheContentsOfItsFiles() throws Exception {
        Attachment file = new Attachment("a.bin", null, new byte[] {1, 2, 3}, null);
        bury(new PostReply("100001", "agent", null, "Hello", "text", List.of(file), "127.0.0.1", false));

        operator()
                .get(letters)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.reason", equalTo("it broke"))
                .body("items.find { it.id == '" + id + "' }.type", equalTo(PostReply.TYPE));
        operator()
                .get(letters + "/" + id)
                .then()
                .statusCode(200)
                .body("letter.ticket", equalTo("100001"))
                .body("command.body", equalTo("Hello"))
                .body("command.attachments[0].data", equalTo(3));
    }

    @Test
    void aCommandThatCannotBeDecodedIsShownWithoutIt() throws Exception {
        bury(new byte[] {(byte) 0xff, 1}, PostReply.TYPE);

        operator()
                .get(letters + "/" + id)
                .then()
                .statusCode(200)
                .body("letter.bytes", equalTo(2))
                .body("command", nullValue());
    }

    @Test
    void aReplaySendsTheCommandAgainUnderItsIdAndClosesTheLetter() throws Exception {
        byte[] command = bury(new DeleteTicket("100002"));

        operator().post(letters + "/" + id + "/replay").then().statusCode(202).body("replayed", equalTo(1));

        ConsumerRecord<String, byte[]> sent = sentAgain();
        assertThat(sent.value()).isEqualTo(command);
        assertThat(sent.key()).isEqualTo("100002");
        assertThat(CommandService.header(sent, CommandHeaders.REPLAY)).isEqualTo("true");
        assertThat(CommandService.header(sent, CommandHeaders.FINGERPRINT)).isEqualTo("f".repeat(64));
        assertThat(sent.headers().lastHeader(CommandHeaders.REASON)).isNull();
        assertThat(sent.headers().lastHeader(CommandHeaders.CORRELATION)).isNull();
        operator().get(letters).then().body("items.id", not(hasItem(id)));
        operator().post(letters + "/" + id + "/replay").then().statusCode(404);
    }

    @Test
    void whatFailsAgainIsListedAgain() throws Exception {
        bury(new DeleteTicket("100003"));
        operator().post(letters + "/" + id + "/replay").then().statusCode(202);

        bury(new DeleteTicket("100003"));

        operator().get(letters).then().body("items.id", hasItem(id));
    }

    @Test
    void aDiscardedLetterIsGone() throws Exception {
        bury(new DeleteTicket("100004"));

        operator().delete(letters + "/" + id).then().statusCode(204);

        operator().get(letters).then().body("items.id", not(hasItem(id)));
        operator()
                .get(letters + "/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("dead-letter-not-found"));
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN);
    }

    private byte[] bury(Command command) throws Exception {
        byte[] bytes = CommandCodec.encode(command);
        bury(bytes, command.type());
        return bytes;
    }

    private void bury(byte[] command, String type) throws Exception {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, "100002", command);
        Map.of(
                        CommandHeaders.ID,
                        id,
                        CommandHeaders.TYPE,
                        type,
                        CommandHeaders.SUBJECT,
                        "100001",
                        CommandHeaders.FINGERPRINT,
                        "f".repeat(64),
                        CommandHeaders.CORRELATION,
                        "somebody",
                        CommandHeaders.REASON,
                        "it broke")
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }

    private ConsumerRecord<String, byte[]> sentAgain() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.COMMANDS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // It was acknowledged, so it lies before the end.
            for (var records = consumer.poll(Duration.ofSeconds(10));
                    !records.isEmpty();
                    records = consumer.poll(Duration.ofSeconds(10))) {
                for (ConsumerRecord<String, byte[]> record : records) {
                    if (CommandService.header(record, CommandHeaders.ID).equals(id)) {
                        return record;
                    }
                }
            }
            throw new AssertionError("the command was not sent again");
        }
    }
}
