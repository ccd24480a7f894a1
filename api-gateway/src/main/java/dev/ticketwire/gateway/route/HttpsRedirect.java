package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Call;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** For help desks that force HTTPS: plain requests are sent there, or refused where that would lose their body. */
final class HttpsRedirect {
    /** A browser that saw it once comes by HTTPS alone. */
    static final CharSequence STRICT = HttpHeaders.createOptimized("Strict-Transport-Security");

    static final CharSequence FOR_A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private HttpsRedirect() {}

    static boolean isPlain(Call call) {
        return !call.publicAddress().isSecure();
    }

    /**
     * Where to send it, null if it has to be refused.
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
