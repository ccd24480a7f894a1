package dev.ticketwire.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A URL of this machine that webhooks call, such as a platform gives out; keeps what came. */
final class CalledUrl implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    /** A request. */
    record Call(Map<String, List<String>> headers, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        /** By the reference library. */
        void verify(String secret) throws Exception {
            new Webhook(secret).verify(body, headers);
        }
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status;

    private CalledUrl(HttpServer server, int status) {
        this.server = server;
        this.status = status;
    }

    static CalledUrl open() throws IOException {
        return answering(200);
    }

    static CalledUrl answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CalledUrl url = new CalledUrl(server, status);
        server.createContext("/", url::answer);
        server.start();
        return url;
    }

    void answer(int other) {
        status = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(Map.copyOf(exchange.getRequestHeaders()), body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/standard/1/abc/";
    }

    /** @return the first call whose body has the text */
    Call awaitCall(String text) {
        return await().atMost(SOON).until(() -> call(text), Optional::isPresent).orElseThrow();
    }

    Optional<Call> call(String text) {
        return calls.stream().filter(call -> call.body().contains(text)).findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
