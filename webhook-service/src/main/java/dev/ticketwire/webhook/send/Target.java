package dev.ticketwire.webhook.send;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a subscription's events are sent.
 *
 * @param headers the subscriber's own, in addition to those of the delivery
 * @param secrets for signing, newest first; several while a secret is being changed
 */
public record Target(URI url, Map<String, String> headers, List<SigningSecret> secrets) {
    /** Addresses may contain secrets: only the host is shown. */
    @Override
    public String toString() {
        return "Target[" + url.getHost() + "]";
    }
}
