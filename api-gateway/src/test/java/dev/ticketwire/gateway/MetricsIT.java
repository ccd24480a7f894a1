package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What alerts rest on, on a real broker. No command service runs here. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the address in
class MetricsIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void aRequestIsCountedInAHistogramByOperationAndStatus() {
        given().header("X-API-Key", "wrong").get("/tickets/100001").then().statusCode(401);

        assertThat(metrics()).containsPattern("ticketwire_requests_seconds_bucket\\{[^}]*operation=\"get\"[^}]*\\}");
    }

    @Test
    void commandsThatNobodyAppliesAreCountedAndAge() throws Exception {
        double before = counted();

        send(Topics.COMMANDS, "nobody applies it", UUID.randomUUID().toString());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(value("ticketwire_commands_backlog")).isGreaterThan(before));
        assertThat(value("ticketwire_kafka_reachable")).isEqualTo(1);
        double age = value("ticketwire_commands_backlog_oldest_seconds");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(value("ticketwire_commands_backlog_oldest_seconds"))
                        .isGreaterThan(age));
    }

    private double counted() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(value("ticketwire_commands_backlog")).isNotNaN());
        return value("ticketwire_commands_backlog");
    }

    @Test
    void aDeadLetterIsCountedUntilItIsSettled() throws Exception {
        String id = UUID.randomUUID().toString();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(value("ticketwire_dead_letters_open")).isNotNaN());
        double before = value("ticketwire_dead_letters_open");

        send(Topics.DEAD_LETTERS, "it broke", id);

        awaitLetters(before + 1);
        assertThat(value("ticketwire_dead_letters_oldest_seconds")).isPositive();

        send(Topics.DEAD_LETTERS, null, id);

        awaitLetters(before);
    }

    private void awaitLetters(double number) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(value("ticketwire_dead_letters_open")).isEqualTo(number));
    }

    private static void send(String topic, @Nullable String value, String id) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> sent =
                    new ProducerRecord<>(topic, id, value == null ? null : value.getBytes(UTF_8));
            sent.headers().add(CommandHeaders.ID, id.getBytes(UTF_8));
            producer.send(sent).get();
        }
    }

    private double value(String metric) {
        Matcher found =
                Pattern.compile("(?m)^" + metric + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics());
        assertThat(found.find()).as(metric).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private String metrics() {
        return given().get(management.resolve("/q/metrics")).asString();
    }
}
