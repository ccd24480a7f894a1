package dev.ticketwire.gateway.write;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long writes may take, and how many may wait at once. */
@ConfigMapping(prefix = "ticketwire.write")
public interface WriteSettings {
    /** How long a request waits for its outcome; less than the 10 s after which the known client gives up. */
    @WithDefault("8s")
    Duration usualWait();

    /**
     * How long a create on one of the plugin's paths waits, unless it asks for something else: its client does not know
     * 202. Less than the 30 s after which most of these clients give up.
     */
    @WithDefault("25s")
    Duration createWait();

    /** Maximum for {@code Prefer: wait=N}. */
    @WithDefault("30s")
    Duration longestWait();

    /** How long Kafka may take to acknowledge a command; then the caller gets 503. */
    @WithDefault("5s")
    Duration acknowledgement();

    /**
     * Maximum of requests that wait at once. Beyond it, the one that has waited longest for its outcome gets a receipt
     * (202); if all of them still wait for Kafka, a new one gets 503.
     */
    @WithDefault("20000")
    int mostWaiting();
}
