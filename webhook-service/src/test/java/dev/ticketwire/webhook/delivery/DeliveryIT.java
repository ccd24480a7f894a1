package dev.ticketwire.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.testsupport.TestEvents;
import dev.ticketwire.webhook.TestKey;
import dev.ticketwire.webhook.WebhookServiceResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a subscription and an event to an HTTP request, with everything as it runs in production. */
@QuarkusTest
@WithTestResource(WebhookServiceResource.class)
@SuppressWarnings("NullAway.Init") // JUnit fills them in
class DeliveryIT {
    private record Received(String id, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private EventTopic topic;
    private TestKey key;

    @BeforeEach
    void start() throws IOException, SQLException {
        topic = new EventTopic();
        key = TestKey.add("1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes());
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        topic.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Test
    void whatASubscriberMaySeeIsPostedToItSignedAndRendered() {
        key.subscribe("{\"url\":\"" + url() + "\",\"types\":[\"ticket.created\"]}");
        key.subscribe("{\"url\":\"" + url() + "\",\"template\":{\"text\":\"New: {{data.ticket.number}}\"}}");
        TicketEvent seen = TestEvents.changed(TicketEventType.CREATED, "700001", 1);

        topic.send(TestEvents.changed(TicketEventType.CREATED, "700002", 2), seen);

        await().atMost(Duration.ofSeconds(30)).until(() -> received.size() == 2);
        assertThat(received)
                .allSatisfy(request -> assertThat(request.id()).isEqualTo(seen.id()))
                .allSatisfy(request -> assertThat(request.signature()).startsWith("v1,"));
        assertThat(received.stream().map(Received::body))
                .containsExactlyInAnyOrder("{\"text\":\"New: 700001\"}", new String(TestEvents.json(seen)));
    }
}
