package dev.ticketwire.gateway.access;

import dev.ticketwire.gateway.call.BasePath;
import dev.ticketwire.gateway.call.PublicAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Determines the gateway's address as the caller sees it: from the request itself, unless trusted proxies state
 * another. {@code X-Forwarded-Proto: https} is accepted from any peer, as in osTicket: otherwise a proxy that is not
 * configured as trusted would make our links lead from HTTPS to HTTP.
 */
@ApplicationScoped
class PublicAddressResolver {
    private final BasePath base;

    PublicAddressResolver(BasePath base) {
        this.base = base;
    }

    /** @param hops number of trusted proxies, see {@link TrustedProxies#hops} */
    PublicAddress of(HttpServerRequest request, int hops) {
        boolean isSecure = request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        // The Host header, or the :authority of HTTP/2.
        @Nullable HostAndPort authority = request.authority();
        String host = authority == null ? null : authority.toString();
        if (hops == 0) {
            return new PublicAddress(isSecure, host, base.value());
        }
        ProxyHeaders proxies = new ProxyHeaders(request.headers(), hops);
        if (proxies.scheme() != null) {
            isSecure = "https".equals(proxies.scheme());
        }
        String outer = proxies.host() == null ? host : proxies.host();
        String prefix = proxies.prefix();
        return new PublicAddress(
                isSecure, withPort(outer, proxies.port(), isSecure), prefix.isEmpty() ? base.value() : prefix);
    }

    /** A port in {@code host} wins over {@code port}. */
    private static @Nullable String withPort(@Nullable String host, @Nullable String port, boolean isSecure) {
        boolean isComplete = host == null || host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
        return isComplete || port == null || port.equals(isSecure ? "443" : "80") ? host : host + ':' + port;
    }
}
