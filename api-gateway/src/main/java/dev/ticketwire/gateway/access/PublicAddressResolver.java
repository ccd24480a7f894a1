package dev.ticketwire.gateway.access;

import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.gateway.call.PublicAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a caller reaches the gateway: by the request itself, where trusted proxies say nothing else. {@code
 * X-Forwarded-Proto: https} is believed of anybody, as osTicket does: else a proxy that is not named as a trusted one
 * would make us lead its callers from HTTPS to HTTP.
 */
@ApplicationScoped
class PublicAddressResolver {
    private final BasePath base;

    PublicAddressResolver(BasePath base) {
        this.base = base;
    }

    /** @param hops through how many trusted proxies it came, see {@link TrustedProxies#hops} */
    PublicAddress of(HttpServerRequest request, int hops) {
        boolean isSecure = request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        // The Host header of HTTP/1.1, or what HTTP/2 has instead.
        @Nullable HostAndPort authority = request.authority();
        String host = authority == null ? null : authority.toString();
        if (hops == 0) {
            return new PublicAddress(isSecure, host, base.value());
        }
        ProxyHeaders said = new ProxyHeaders(request.headers(), hops);
        if (said.scheme() != null) {
            isSecure = "https".equals(said.scheme());
        }
        String outer = said.host() == null ? host : said.host();
        String prefix = said.prefix();
        return new PublicAddress(
                isSecure, withPort(outer, said.port(), isSecure), prefix.isEmpty() ? base.value() : prefix);
    }

    /** A port that stands at the host is the one the caller used. */
    private static @Nullable String withPort(@Nullable String host, @Nullable String port, boolean isSecure) {
        boolean has = host == null || host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
        return has || port == null || port.equals(isSecure ? "443" : "80") ? host : host + ':' + port;
    }
}
