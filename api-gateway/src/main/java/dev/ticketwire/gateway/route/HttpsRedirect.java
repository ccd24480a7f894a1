package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Call;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * For help desks that force HTTPS: redirects insecure requests, or refuses them where a redirect would lose the body.
 */
final class HttpsRedirect {
    static final CharSequence HSTS = HttpHeaders.createOptimized("Strict-Transport-Security");

    static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private HttpsRedirect() {}

    static boolean isInsecure(Call call) {
        return !call.publicAddress().isSecure();
    }

    /**
     * The URL to redirect to, null if the request has to be refused.
     *
     * @param uri without the base path
     */
    static @Nullable String location(Call call, String uri) {
        boolean isRead = call.request().method() == HttpMethod.GET
                || call.isHead() && !call.target().legacy();
        String host = call.publicAddress().host();
        return isRead && host != null && uri.startsWith("/") && !uri.startsWith("//")
                ? "https://" + host + call.publicAddress().path(uri)
                : null;
    }
}
