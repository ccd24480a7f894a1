package dev.ticketwire.gateway.call;

import org.jspecify.annotations.Nullable;

/**
 * The gateway's address as the caller sees it; behind proxies, the address of the proxies.
 *
 * @param isSecure whether it is HTTPS
 * @param host with the port unless that is the default; null if unknown
 * @param prefix of every path, without a trailing slash; empty if there is none
 */
public record PublicAddress(boolean isSecure, @Nullable String host, String prefix) {

    /** {@code path} with the prefix. */
    public String path(String path) {
        return prefix + path;
    }

    /** {@code path} with prefix, scheme and host; without the latter two if the host is unknown. */
    public String absolute(String path) {
        return host == null ? path(path) : (isSecure ? "https://" : "http://") + host + path(path);
    }
}
