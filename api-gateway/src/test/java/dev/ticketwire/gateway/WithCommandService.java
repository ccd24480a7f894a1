package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;

import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The gateway between a client and the other end of the topics, on a real broker and database. */
@SuppressWarnings("NullAway.Init") // Quarkus and JUnit fill them in
abstract class WithCommandService {
    static final String FULL = "DEMOFULLACCESS";
    static final String READ_ONLY = "DEMOREADONLY";
    static CommandService commands;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @ConfigProperty(name = "ticketwire.query.url")
    URI query;

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

    static RequestSpecification keyed(String key) {
        return given().header("X-API-Key", key).contentType(ContentType.JSON);
    }

    /** What the query service is to answer to a GET of {@code uri}. */
    void queryAnswers(String uri, String body) {
        given().urlEncodingEnabled(false).body(body).put(query + uri).then().statusCode(204);
    }

    static ConsumerRecord<String, byte[]> first(Predicate<ConsumerRecord<String, byte[]>> which) {
        return all(which).get(0);
    }

    static List<ConsumerRecord<String, byte[]>> all(Predicate<ConsumerRecord<String, byte[]>> which) {
        return commands.received.stream().filter(which).toList();
    }
}
