package dev.ticketwire.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In the place of the webhook service one that notes what it is asked, and answers by the path. */
public final class WebhookUpstream extends NotingUpstream {
    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    static final String LINE = "{\"delivery\":1}\n";
    static final int LINES = 50_000;

    public WebhookUpstream() {
        super("ticketwire.webhook.url", ASKED);
    }

    @Override
    void answer(HttpServerRequest request) {
        var response = request.response().putHeader("Content-Type", "application/json");
        String path = request.path();
        if (path.equals("/webhooks/404")) {
            response.setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"detail\":\"none\",\"code\":\"webhook-not-found\"}");
        } else if (request.method().name().equals("DELETE")) {
            response.setStatusCode(204).end();
        } else if (request.getHeader("Accept").contains("ndjson")) {
            response.putHeader("Content-Type", "application/x-ndjson").setChunked(true);
            for (int i = 0; i < LINES; i++) {
                response.write(Buffer.buffer(LINE));
            }
            response.end();
        } else if (path.equals("/webhooks") && request.method().name().equals("POST")) {
            response.setStatusCode(201)
                    .putHeader("Location", "/webhooks/7")
                    .putHeader("ETag", "\"r1\"")
                    .end("{\"id\":7}");
        } else {
            response.putHeader("ETag", "\"r2\"").end("{\"path\":\"" + path + "\"}");
        }
    }
}
