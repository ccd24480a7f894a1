package dev.ticketwire.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's settings on a real database and broker; in the place of the query service a peer with set answers: what
 * a test PUTs under a path and query is what a GET of it finds.
 */
public final class GatewayResource implements QuarkusTestResourceLifecycleManager {
    static final String OPERATOR_TOKEN = "the operator of the tests";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private @Nullable HttpServer query;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestInfrastructure.gatewaySettings("gateway"));
        settings.put("kafka.bootstrap.servers", TestInfrastructure.bootstrapServers());
        settings.put("ticketwire.receipt.secret", "a secret of the tests alone");
        settings.put("ticketwire.operator.token", OPERATOR_TOKEN);
        settings.put("ticketwire.body.largest", "1M");
        settings.put("ticketwire.body.largest-attachment", "10K");
        settings.put("ticketwire.body.most-attachments", "3");
        settings.put("ticketwire.write.create-wait", "2s");
        settings.put("ticketwire.watch.every", "1s");
        settings.put("ticketwire.query.url", "http://127.0.0.1:" + startQuery());
        settings.put("ticketwire.stats.url", "http://127.0.0.1:1");
        settings.put("kafka.metric.reporters", KafkaClients.class.getName());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    private int startQuery() {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            if (exchange.getRequestMethod().equals("PUT")) {
                answers.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
                return;
            }
            String set = answers.get(path);
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.getResponseHeaders().set("ETag", "\"v1\"");
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
            if (exchange.getRequestHeaders().getFirst("Range") != null) {
                part(exchange);
                return;
            }
            boolean found = path.matches("/tickets/100001(.versioned=true)?") || set != null;
            String accept = exchange.getRequestHeaders().getFirst("Accept");
            byte[] body = (set != null
                            ? set
                            : found
                                    ? accept.equals("application/xml") ? "<response/>" : "{\"number\":\"100001\"}"
                                    : "{\"status\":404,\"detail\":\"Ticket not found\",\"code\":\"ticket-not-found\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", found ? accept + "; charset=UTF-8" : "application/problem+json");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Link", "</tickets?limit=1&cursor=x>; rel=\"next\"");
            exchange.getResponseHeaders().set("X-Total-Count", "7");
            exchange.getResponseHeaders().set("Warning", "299 - \"ignored\"");
            exchange.sendResponseHeaders(found ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        query = server;
        return server.getAddress().getPort();
    }

    /** Two bytes of a file of ten, or none. */
    private static void part(HttpExchange exchange) throws IOException {
        boolean isThere = exchange.getRequestHeaders().getFirst("Range").equals("bytes=2-3");
        byte[] body = (isThere ? "23" : "{\"detail\":\"There is no such part\",\"code\":\"range-not-satisfiable\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", isThere ? "text/plain" : "application/problem+json");
        exchange.getResponseHeaders().set("Content-Range", isThere ? "bytes 2-3/10" : "bytes */10");
        exchange.sendResponseHeaders(isThere ? 206 : 416, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        if (query != null) {
            query.stop(0);
        }
    }
}
