package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.gateway.write.CommandIds;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Another gateway left a create unanswered before this one was started. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(EarlierGatewayIT.Earlier.class)
@TestProfile(EarlierGatewayIT.Apart.class)
class EarlierGatewayIT extends WithCommandService {
    private static final int FULL_ID = 1;
    private static final String TYPE = "application/json; charset=UTF-8";
    private static final UUID UNANSWERED = new UUID(0x7001L, 0x8000_0000_0000_0001L);
    private static final UUID ANSWERED = new UUID(0x7001L, 0x8000_0000_0000_0002L);

    /** With a suite of its own. */
    public static final class Apart implements QuarkusTestProfile {}

    @Test
    void theRepeatOfACreateThatAnotherGatewayLeftUnansweredIsTheSameCommand() {
        // The gateway is ready before it has read what was told.
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            create("left unanswered");
            assertThat(ids("left unanswered")).contains(UNANSWERED.toString());
        });
        create("answered elsewhere");

        assertThat(ids("answered elsewhere")).isNotEmpty().doesNotContain(ANSWERED.toString());
    }

    private static void create(String subject) {
        given().header("X-API-Key", FULL)
                .contentType(TYPE)
                .body(body(subject))
                .post("/api/tickets.json")
                .then()
                .statusCode(201);
    }

    private static String body(String subject) {
        return "{\"subject\":\"" + subject + "\",\"message\":\"m\"}";
    }

    private static Iterable<String> ids(String subject) {
        return all(record -> CommandService.subject(record).equals(subject)).stream()
                .map(record -> CommandService.header(record, CommandHeaders.ID))
                .toList();
    }

    /** Its announcements. */
    public static final class Earlier implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            Map<String, Object> settings = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                tell(producer, "left unanswered", UNANSWERED.toString());
                tell(producer, "answered elsewhere", ANSWERED.toString());
                tell(producer, "answered elsewhere", ANSWERED + " answered");
            }
            return Map.of();
        }

        /** As {@code docs/architecture.md} says: API key, fingerprint and content type. */
        private static void tell(KafkaProducer<String, String> producer, String subject, String value) {
            byte[] body = body(subject).getBytes(StandardCharsets.UTF_8);
            String fingerprint = CommandIds.fingerprint(OpenTicket.TYPE, "", body);
            String request = FULL_ID + ":" + fingerprint + ":" + Integer.toHexString(TYPE.hashCode());
            producer.send(new ProducerRecord<>(Topics.UNANSWERED, 0, request, value));
        }

        @Override
        public void stop() {
            // What was told stays.
        }
    }
}
