package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creates of clients that know no 202, and what their repeats get: neither a lost nor a second ticket. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class UnansweredCreatesIT extends WithCommandService {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void outcomesAreWithheld() {
        commands.withhold();
    }

    @Test
    void aRepeatOfAnUnansweredCreateGetsItsTicketAndTheNextOneAnother() {
        String subject = "withheld one";
        create(subject).then().statusCode(202);

        CompletableFuture<Response> repeat = CompletableFuture.supplyAsync(() -> create(subject));
        awaitCommands(subject, 2);
        commands.release();

        assertThat(repeat.join().statusCode()).isEqualTo(201);
        assertThat(repeat.join().asString()).isEqualTo("200001");
        assertThat(ids(subject)).hasSize(1);

        create(subject).then().statusCode(201);
        create(subject).then().statusCode(201);
        assertThat(ids(subject)).hasSize(3);
    }

    @Test
    void aRepeatThatComesAfterTheOutcomeGetsTheTicketToo() {
        String subject = "withheld until all have gone";
        create(subject).then().statusCode(202);
        commands.release();

        create(subject).then().statusCode(201);
        assertThat(ids(subject)).hasSize(1);
    }

    @Test
    void aClientThatHungUpHasNotBeenAnswered() throws IOException {
        String subject = "withheld from who hung up";
        String body = body(subject);
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/tickets.json HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + FULL
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            awaitCommands(subject, 1);
        }
        commands.release();

        create(subject).then().statusCode(201);
        assertThat(ids(subject)).hasSize(1);
    }

    @Test
    void whoGotTheTicketByTheReceiptMeansAnotherOneByTheSameBytes() {
        String subject = "withheld and then fetched";
        Response deferred = create(subject);
        deferred.then().statusCode(202);
        String first = ids(subject).get(0);
        String told = requestOf(first);
        fetch(deferred).then().body("status", equalTo("accepted"));
        CompletableFuture<Response> repeat = CompletableFuture.supplyAsync(() -> create(subject));
        awaitCommands(subject, 2);
        assertThat(repeat.join().statusCode()).isEqualTo(202);
        assertThat(ids(subject)).hasSize(1);

        queryAnswers(
                "/commands/" + first,
                "{\"fingerprint\":\"\",\"outcome\":{\"state\":\"applied\",\"id\":\"" + first
                        + "\",\"number\":\"200001\",\"ticketId\":77}}");
        fetch(deferred).then().body("status", equalTo("applied")).body("number", equalTo("200001"));
        commands.release();

        create(subject).then().statusCode(201);
        assertThat(ids(subject)).hasSize(2);
        assertThat(requestOf(first + " answered")).isEqualTo(told);
    }

    private static Response fetch(Response deferred) {
        return given().header("X-API-Key", FULL).get(deferred.header("Location"));
    }

    @Test
    void whatIsNotTheSameIsAnotherTicket() {
        String subject = "withheld from several";
        create(subject).then().statusCode(202);
        commands.release();

        given().header("X-API-Key", FULL)
                .contentType("application/json")
                .body(body(subject) + " ")
                .post("/api/tickets.json")
                .then()
                .statusCode(201);
        assertThat(ids(subject)).hasSize(2);
    }

    @Test
    void whoKnowsReceiptsIsTakenAtHisWord() {
        String subject = "withheld from who knows";
        for (String header : List.of("Prefer: respond-async", "Prefer: wait=0", "Idempotency-Key: one")) {
            given().header("X-API-Key", FULL)
                    .header(header.split(": ")[0], header.split(": ")[1])
                    .contentType("application/json")
                    .body(body(subject))
                    .post("/api/tickets.json")
                    .then()
                    .statusCode(202);
        }
        keyed(FULL)
                .header("Prefer", "wait=0")
                .body(body(subject))
                .post("/tickets")
                .then()
                .statusCode(202);

        awaitCommands(subject, 4);
        assertThat(ids(subject)).hasSize(4);
    }

    @Test
    void gatewaysTellEachOtherWhatIsUnanswered() {
        String subject = "withheld at another gateway";
        UUID others = UUID.randomUUID();
        create(subject).then().statusCode(202);
        String own = ids(subject).get(0);
        String request = requestOf(own);

        tell(request, own + " answered");
        tell(request, others.toString());
        commands.release();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            create(subject).then().statusCode(201);
            assertThat(ids(subject)).contains(others.toString());
        });
    }

    private static Response create(String subject) {
        return given().header("X-API-Key", FULL)
                .contentType("application/json")
                .body(body(subject))
                .post("/api/tickets.json");
    }

    private static String body(String subject) {
        return "{\"subject\":\"" + subject + "\",\"message\":\"m\"}";
    }

    private static void awaitCommands(String subject, int number) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> all(record -> CommandService.subject(record).equals(subject))
                                .size()
                        == number);
    }

    /** Each the id of a ticket. */
    private static List<String> ids(String subject) {
        return all(record -> CommandService.subject(record).equals(subject)).stream()
                .map(record -> CommandService.header(record, CommandHeaders.ID))
                .distinct()
                .toList();
    }

    /** The request of which the gateway told the others this. */
    private static String requestOf(String told) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
        TopicPartition partition = new TopicPartition(Topics.UNANSWERED, 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                consumer.seekToBeginning(List.of(partition));
                                return StreamSupport.stream(
                                                consumer.poll(Duration.ofSeconds(1))
                                                        .spliterator(),
                                                false)
                                        .filter(record -> record.value().equals(told))
                                        .map(ConsumerRecord::key)
                                        .findFirst()
                                        .orElse("");
                            },
                            key -> !key.isEmpty());
        }
    }

    private static void tell(String request, String value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.UNANSWERED, 0, request, value));
        }
    }
}
