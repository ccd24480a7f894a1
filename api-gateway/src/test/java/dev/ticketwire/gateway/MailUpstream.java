package dev.ticketwire.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** In the place of the mail service one that notes what it is asked, and answers by the path. */
public final class MailUpstream implements QuarkusTestResourceLifecycleManager {
    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    private final Vertx vertx = Vertx.vertx();

    /** A request that came. */
    record Asked(String method, String uri, MultiMap headers, String body) {}

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(MailUpstream::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of("ticketwire.mail-service.url", "http://127.0.0.1:" + server.actualPort());
    }

    private static void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            ASKED.add(new Asked(request.method().name(), request.uri(), request.headers(), body.toString()));
            answer(request);
        });
    }

    private static void answer(HttpServerRequest request) {
        var response = request.response().putHeader("Content-Type", "application/json");
        String path = request.path();
        if (path.startsWith("/mails/404")) {
            response.setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"detail\":\"There is no such mail\",\"code\":\"mail-not-found\"}");
        } else if (request.method().name().equals("DELETE")) {
            response.setStatusCode(204).end();
        } else if (request.method().name().equals("POST")) {
            response.setStatusCode(202).end("{\"mails\":1}");
        } else {
            response.putHeader("Link", "</mails?after=4>; rel=\"next\"").end("{\"path\":\"" + path + "\"}");
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
