package dev.ticketwire.webhook.send;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of Standard Webhooks.
 *
 * @param key 24 to 64 bytes; as text {@code whsec_} and base64
 * @param until when it ends, null for never
 */
public record SigningSecret(byte[] key, @Nullable Instant until) {
    @Override
    public String toString() {
        return "SigningSecret";
    }
}
