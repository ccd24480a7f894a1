package dev.ticketwire.quickstart.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer server = noServer();

    /** @param more whether the connection stays open, silent */
    private record Answer(int status, String body, boolean more) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/events", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aLostStreamIsResumedBehindTheLastWholeEvent() throws Exception {
        answers.add(new Answer(200, event("c1", 1) + "id: c2\ndata: 2\n", false));
        answers.add(new Answer(200, event("c2", 2), false));

        assertThat(read(2)).containsExactly("1", "2");
        assertThat(asked).containsExactly("/events?type=a&type=b+c&after=oldest null", "/events?type=a&type=b+c c1");
        assertThat(notices).singleElement().asString().startsWith("The connection is lost");
    }

    @Test
    void aSilentStreamIsResumed() throws Exception {
        answers.add(new Answer(200, event("c1", 1), true));
        answers.add(new Answer(200, event("c2", 2), false));

        assertThat(read(2)).containsExactly("1", "2");
    }

    @Test
    void anUnavailableServiceIsAskedAgainButOnlyAfterItOnceAnswered() throws Exception {
        answers.add(new Answer(200, event("c1", 1), false));
        answers.add(new Answer(503, "{}", false));
        answers.add(new Answer(200, event("c2", 2), false));

        assertThat(read(2)).containsExactly("1", "2");

        answers.add(new Answer(503, "{\"detail\":\"The feed is not there.\"}", false));
        assertThatThrownBy(() -> read(1))
                .isInstanceOf(StreamRefusedException.class)
                .hasMessage("The feed is not there.");
    }

    @Test
    void aRefusalIsToldInTheGatewaysWords() {
        answers.add(new Answer(410, "{\"detail\":\"This cursor has expired.\",\"oldest\":\"abc\"}", false));

        assertThatThrownBy(() -> read(1))
                .isInstanceOf(StreamRefusedException.class)
                .hasMessage("This cursor has expired.\nThe oldest cursor is abc");
    }

    @Test
    void whereNoGatewayIsThatIsSaid() {
        server.stop(0);

        assertThatThrownBy(() -> read(1))
                .isInstanceOf(StreamRefusedException.class)
                .hasMessageEndingWith("cannot be reached.");
    }

    @Test
    void linesForProgramsAreTheEventsThemselves() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ChangeWriter writer = new ChangeWriter(new PrintStream(printed, true, StandardCharsets.UTF_8), true, 2);

        assertThat(writer.test(new ServerSentEvent("c1", "t", "{\"a\":\n1}"))).isTrue();
        assertThat(writer.test(new ServerSentEvent("c2", "t", "{}"))).isFalse();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("{\"a\": 1}\n{}\n");
    }

    private List<String> read(int events) throws InterruptedException {
        List<String> read = new ArrayList<>();
        URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        StreamRequest request = new StreamRequest(gateway, "key", Map.of("type", List.of("a", "b c")), "oldest");
        new EventStream(request, notices::add, Duration.ofMillis(300)).read(event -> {
            read.add(event.data());
            return read.size() < events;
        });
        return read;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = answers.remove();
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        exchange.sendResponseHeaders(answer.status(), 0);
        exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (!answer.more()) {
            exchange.close();
        }
    }

    private static String event(String id, int data) {
        return "id: " + id + "\nevent: t\ndata: " + data + "\n\n";
    }

    private static HttpServer noServer() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
