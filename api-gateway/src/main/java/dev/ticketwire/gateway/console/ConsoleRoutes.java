package dev.ticketwire.gateway.console;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Serves {@code /console/} on the operator's address. The files contain no data: their scripts load them with the
 * operator's token, which no browser sends by itself. No other script may run.
 */
@ApplicationScoped
class ConsoleRoutes {
    /** Images: only Bootstrap's own, which are in its style sheet. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ROOT = "/console/";

    private final ConsoleFiles files = new ConsoleFiles();

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            router.route(method, "/console").handler(ConsoleRoutes::toRoot);
            router.route(method, ROOT + "*").blockingHandler(this::answer, false);
        }
    }

    private static void toRoot(RoutingContext context) {
        if (context.request().path().endsWith("/")) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, ROOT)
                .end();
    }

    private void answer(RoutingContext context) {
        String name = context.request().path().substring(ROOT.length());
        Optional<ConsoleFile> file = files.find(name.isEmpty() ? "index.html" : name);
        if (file.isEmpty()) {
            context.response().setStatusCode(404).end();
            return;
        }
        send(context, file.get());
    }

    private static void send(RoutingContext context, ConsoleFile file) {
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, file.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        String ifNoneMatch = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null && file.isKnownBy(ifNoneMatch)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(file.content().length()))
                    .end();
        } else {
            response.end(file.content());
        }
    }
}
