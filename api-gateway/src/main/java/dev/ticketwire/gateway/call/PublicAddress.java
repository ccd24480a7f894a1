package dev.ticketwire.gateway.call;

import org.jspecify.annotations.Nullable;

/**
 * Where the caller reaches the gateway: through proxies, at their address.
 *
 * @param isSecure whether by HTTPS
 * @param host with its port where that is not the usual one; null if it is not known
 * @param prefix stands before every path, without a slash at its end; empty if there is none
 */
public record PublicAddress(boolean isSecure, @Nullable String host, String prefix) {

    /** One of our own paths as the caller has to write it. */
    public String path(String own) {
        return prefix + own;
    }

    /** As above, with scheme and host where they are known. */
    public String absolute(String own) {
        return host == null ? path(own) : (isSecure ? "https://" : "http://") + host + path(own);
    }
}
