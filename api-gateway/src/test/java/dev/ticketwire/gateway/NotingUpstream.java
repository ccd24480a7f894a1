package dev.ticketwire.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/** In the place of a service one that notes what it is asked. */
abstract class NotingUpstream implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();
    private final String setting;
    private final List<Asked> asked;

    /** A request that came. */
    record Asked(String method, String uri, MultiMap headers, String body) {}

    /**
     * @param setting that tells the gateway its address
     * @param asked receives the requests
     */
    NotingUpstream(String setting, List<Asked> asked) {
        this.setting = setting;
        this.asked = asked;
    }

    abstract void answer(HttpServerRequest request);

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of(setting, "http://127.0.0.1:" + server.actualPort());
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            asked.add(new Asked(request.method().name(), request.uri(), request.headers(), body.toString()));
            answer(request);
        });
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
