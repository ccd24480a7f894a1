package dev.ticketwire.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In the place of the subticket service one that does what it was told last by {@code PUT /mode/…}: {@code answer},
 * {@code hang}, {@code close} (the first request of a connection, and answer the next), {@code problem}, {@code bad-gateway} of a proxy, {@code stall}
 * in the midst of a small answer, or {@code stall-large}. {@code GET /seen} tells how many requests have come.
 */
public final class UnsteadyService implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger seen = new AtomicInteger();
    private volatile String mode = "answer";

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of(
                "ticketwire.subticket.url", "http://127.0.0.1:" + server.actualPort(),
                "ticketwire.read.timeout", "700ms",
                "ticketwire.read.stalled", "500ms",
                "ticketwire.read.failures", "3",
                "ticketwire.read.pause", "3s");
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("/mode/")) {
            mode = path.substring("/mode/".length());
            request.response().end();
        } else if (path.equals("/seen")) {
            request.response().end(Integer.toString(seen.get()));
        } else {
            seen.incrementAndGet();
            behave(request);
        }
    }

    private void behave(HttpServerRequest request) {
        switch (mode) {
            case "answer" -> request.response().end("[]");
            case "close" -> {
                mode = "answer";
                request.connection().close();
            }
            case "problem" ->
                request.response().setStatusCode(503).end("{\"detail\":\"not now\",\"code\":\"unavailable\"}");
            case "bad-gateway" -> request.response().setStatusCode(502).end("<h1>502 Bad Gateway</h1>");
            case "stall" -> request.response().putHeader("Content-Length", "9").write("[");
            case "stall-large" ->
                request.response().putHeader("Content-Length", "9000000").write(Buffer.buffer(new byte[300_000]));
            default -> {
                // hang
            }
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
