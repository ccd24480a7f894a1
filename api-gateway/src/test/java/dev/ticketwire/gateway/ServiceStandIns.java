package dev.ticketwire.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** In the place of other services some that are well, slow, endless, unreadable, ill and away. */
public final class ServiceStandIns implements QuarkusTestResourceLifecycleManager {
    /** What the well one has applied. */
    static final AtomicLong APPLIED = new AtomicLong();

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        int port = vertx.createHttpServer()
                .requestHandler(request -> well(request, request.path()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        String services = "ticket-command-service=http://127.0.0.1:" + port
                + ",slow=http://127.0.0.1:" + other(ServiceStandIns::slow)
                + ",endless=http://127.0.0.1:" + other(ServiceStandIns::endless)
                + ",unreadable=http://127.0.0.1:"
                + other(request -> request.response().end("<html>"))
                + ",ill=http://127.0.0.1:" + other(ServiceStandIns::ill)
                + ",away=http://127.0.0.1:1,nowhere=http://nowhere.invalid:9080";
        return Map.of(
                "ticketwire.overview.services", services,
                "ticketwire.overview.every", "500ms",
                "ticketwire.overview.timeout", "400ms");
    }

    private int other(Consumer<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(handler::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server.actualPort();
    }

    private static void well(HttpServerRequest request, String path) {
        request.response()
                .end(
                        path.equals("/q/metrics")
                                ? "ticketwire_commands_total{state=\"applied\",} " + APPLIED.get()
                                        + "\nprocess_start_time_seconds 1.7E9\nticketwire_build_info{version=\"9.9\"} 1\n"
                                : "{\"status\":\"UP\",\"checks\":[]}");
    }

    /** Never answers. */
    private static void slow(HttpServerRequest request) {
        request.pause();
    }

    private static void endless(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        if (request.path().equals("/q/metrics")) {
            write(response);
        } else {
            well(request, request.path());
        }
    }

    /** As much as is taken. */
    private static void write(HttpServerResponse response) {
        while (!response.closed() && !response.writeQueueFull()) {
            response.write("some_metric 1\n".repeat(1000));
        }
        if (!response.closed()) {
            response.drainHandler(ignored -> write(response));
        }
    }

    private static void ill(HttpServerRequest request) {
        if (request.path().equals("/q/health/ready")) {
            request.response()
                    .setStatusCode(503)
                    .end(
                            "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"desk\",\"status\":\"DOWN\",\"data\":{\"why\":\"gone\"}}]}");
        } else {
            well(request, request.path());
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
