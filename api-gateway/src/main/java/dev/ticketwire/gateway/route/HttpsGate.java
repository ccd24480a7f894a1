package dev.ticketwire.gateway.route;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import org.jspecify.annotations.Nullable;

/** For help desks that force HTTPS: plain requests are sent there, or refused where that would lose their body. */
final class HttpsGate {
    /** A browser that saw it once comes by HTTPS alone. */
    static final CharSequence STRICT = HttpHeaders.createOptimized("Strict-Transport-Security");

    static final CharSequence FOR_A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private HttpsGate() {}

    static boolean isPlain(HttpServerRequest request) {
        return !request.isSSL() && !"https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /** Where to send it, null if it has to be refused. */
    static @Nullable String location(HttpServerRequest request) {
        HostAndPort host = request.authority();
        String uri = request.uri();
        return request.method() == HttpMethod.GET && host != null && uri.startsWith("/")
                ? "https://" + host + uri
                : null;
    }
}
