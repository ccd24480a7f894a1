package dev.ticketwire.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Allows web pages of the origins in {@code ticketwire.cors.origins} to call the gateway; by default none. */
@ApplicationScoped
public class CorsRoute {
    private static final int MAX_AGE_SECONDS = 3600;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    private static final Set<String> REQUEST_HEADERS = Set.of(
            "X-API-Key",
            "Content-Type",
            "Accept",
            "Idempotency-Key",
            "Prefer",
            "If-Match",
            "If-None-Match",
            "If-Range",
            "Range",
            "Last-Event-ID",
            "traceparent");

    private static final Set<String> RESPONSE_HEADERS = Set.of(
            "ETag",
            "Link",
            "Location",
            "X-Total-Count",
            "Updated-Until",
            "Content-Range",
            "Content-Disposition",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Preference-Applied",
            "Warning");

    private final Optional<List<String>> origins;

    CorsRoute(@ConfigProperty(name = "ticketwire.cors.origins") Optional<List<String>> origins) {
        this.origins = origins;
    }

    void register(@Observes Router router) {
        origins.ifPresent(
                allowed -> router.route().order(RequestDispatcher.ORDER - 1).handler(handler(allowed)));
    }

    private static CorsHandler handler(List<String> origins) {
        return CorsHandler.create()
                .addOrigins(origins)
                .allowedMethods(METHODS)
                .allowedHeaders(REQUEST_HEADERS)
                .exposedHeaders(RESPONSE_HEADERS)
                .maxAgeSeconds(MAX_AGE_SECONDS);
    }
}
