package dev.ticketwire.gateway.keys;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page for key administration, {@code /console/} on the operator's address. The page itself contains no data: its
 * script loads them with the operator's token, which no browser sends by itself. No other script may run.
 */
@ApplicationScoped
class KeyConsole {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html; charset=UTF-8",
            "console.css", "text/css; charset=UTF-8",
            "console.js", "text/javascript; charset=UTF-8",
            "texts.js", "text/javascript; charset=UTF-8");

    private final Map<String, Buffer> contents =
            FILES.keySet().stream().collect(Collectors.toMap(name -> name, KeyConsole::content));

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.get("/console").handler(context -> {
            if (context.request().path().endsWith("/")) {
                send(context, "index.html");
            } else {
                context.response()
                        .setStatusCode(302)
                        .putHeader(HttpHeaders.LOCATION, "/console/")
                        .end();
            }
        });
        FILES.keySet().forEach(name -> router.get("/console/" + name).handler(context -> send(context, name)));
    }

    private void send(RoutingContext context, String name) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, Objects.requireNonNull(FILES.get(name)))
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(Objects.requireNonNull(contents.get(name)));
    }

    private static Buffer content(String name) {
        try (InputStream file = KeyConsole.class.getResourceAsStream("/console/" + name)) {
            return Buffer.buffer(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
