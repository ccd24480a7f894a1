package dev.ticketwire.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In the place of the mail service one that notes what it is asked, and answers by the path. */
public final class MailUpstream extends NotingUpstream {
    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    public MailUpstream() {
        super("ticketwire.mail-service.url", ASKED);
    }

    @Override
    void answer(HttpServerRequest request) {
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
}
