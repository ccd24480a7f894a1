package dev.ticketwire.webhook.seal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the seal of the service's keys. Without a key the service does not start. */
final class SealProducer {
    private static final String SETTING = "ticketwire.webhooks.keys";

    private SealProducer() {}

    @Produces
    @Singleton
    @Startup
    static Seal seal(SealSettings settings) {
        List<String> keys = settings.keys()
                .orElseThrow(() -> new IllegalStateException(
                        SETTING + " is not set: 32 random bytes in base64 that encrypt what subscribers keep secret"));
        try {
            return Seal.of(keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(SETTING + ": " + e.getMessage());
        }
    }
}
