package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What callers and balancers see of a gateway that was told to stop. One test, because it does not come back. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(DrainIT.Draining.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class DrainIT extends WithCommandService {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI gateway;

    @Inject
    Event<ShutdownDelayInitiatedEvent> shutdown;

    public static final class Draining implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.shutdown.delay", "4s", "ticketwire.drain.patience", "1s");
        }
    }

    @Test
    void itServesAndAnnouncesTheEndOfConnectionsThenRefusesThemAndAnswersWhoWaits() throws IOException {
        keyed(FULL).get("/tickets/100001").then().statusCode(200).header("Connection", nullValue());
        try (Socket waiting = send("POST /tickets/silent/replies", "Prefer: wait=30", "{\"message\":\"m\"}");
                Socket kept = new Socket(gateway.getHost(), gateway.getPort())) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> !all(record ->
                                    CommandService.command(record).ticket().equals("silent"))
                            .isEmpty());
            shutdown.fire(new ShutdownDelayInitiatedEvent());

            given().get("/health").then().statusCode(503).header("Connection", equalTo("close"));
            keyed(FULL).get("/tickets/100001").then().statusCode(200).header("Connection", equalTo("close"));
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThatThrownBy(
                                    () -> new Socket(gateway.getHost(), gateway.getPort()).close())
                            .isInstanceOf(ConnectException.class));

            assertThat(answer(waiting))
                    .anyMatch(line -> line.startsWith("HTTP/1.1 202 "))
                    .anyMatch("connection: close"::equalsIgnoreCase);
            request(kept, "GET /tickets/100001", "Accept: application/json", "");
            assertThat(answer(kept))
                    .anyMatch(line -> line.startsWith("HTTP/1.1 200 "))
                    .anyMatch("connection: close"::equalsIgnoreCase);
        }
    }

    private Socket send(String line, String header, String body) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        request(socket, line, header, body);
        return socket;
    }

    private static void request(Socket socket, String line, String header, String body) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + FULL + "\r\n" + header
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads until the gateway closes the connection. */
    private static List<String> answer(Socket socket) throws IOException {
        socket.setSoTimeout((int) SOON.toMillis());
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }
}
