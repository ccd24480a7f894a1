package dev.ticketwire.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** In the place of the event service one whose streams a test writes and ends. */
public final class EventUpstream implements QuarkusTestResourceLifecycleManager {
    static final String START = "retry: 2000\nid: start\n\n";
    static final List<Stream> STREAMS = new CopyOnWriteArrayList<>();

    private final Vertx vertx = Vertx.vertx();

    /** One that was opened, with what was asked. */
    static final class Stream {
        final HttpServerResponse response;
        final MultiMap headers;
        final @Nullable String query;
        volatile boolean isClosed;

        Stream(HttpServerRequest request) {
            response = request.response();
            headers = request.headers();
            query = request.query();
            response.closeHandler(closed -> isClosed = true);
            response.exceptionHandler(failure -> isClosed = true);
        }

        void breakOff() {
            isClosed = true;
            response.reset();
        }

        void write(String text) {
            response.write(text);
        }
    }

    static List<Stream> open() {
        return STREAMS.stream().filter(stream -> !stream.isClosed).toList();
    }

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(EventUpstream::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of(
                "ticketwire.event.url", "http://127.0.0.1:" + server.actualPort(),
                "ticketwire.stream.most-per-key", "3",
                "ticketwire.stream.most", "5",
                "ticketwire.stream.timeout", "1s",
                "ticketwire.limit.operations.events.in-flight", "1");
    }

    private static void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (request.path().equals("/events/snapshot")) {
            snapshot(request);
        } else if ("after=old".equals(request.query())) {
            response.setStatusCode(410)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"detail\":\"too old\",\"code\":\"cursor-expired\",\"oldest\":\"AQ\"}");
        } else if ("number=1".equals(request.query())) {
            STREAMS.add(new Stream(request));
        } else if ("text/event-stream".equals(request.getHeader("Accept"))) {
            response.putHeader("Content-Type", "text/event-stream").setChunked(true);
            if (request.method() == HttpMethod.HEAD) {
                response.end();
            } else {
                response.write(START);
                STREAMS.add(new Stream(request));
            }
        } else {
            response.putHeader("Content-Type", "application/json").end("{\"events\":[],\"next\":\"AQ\"}");
        }
    }

    private static void snapshot(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            boolean isRunning = request.method() == HttpMethod.POST && body.length() == 0;
            request.response()
                    .setStatusCode(isRunning ? 409 : 202)
                    .end(
                            isRunning
                                    ? "{\"detail\":\"one runs\",\"code\":\"snapshot-running\"}"
                                    : "{\"id\":\"" + request.method() + "\",\"filter\":"
                                            + (body.length() == 0 ? "{}" : body) + "}");
        });
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
