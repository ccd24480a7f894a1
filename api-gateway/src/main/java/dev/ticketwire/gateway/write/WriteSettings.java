package dev.ticketwire.gateway.write;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a write may take, and how many at once. */
@ConfigMapping(prefix = "ticketwire.write")
public interface WriteSettings {
    /** How long a request waits for its outcome; below the 10 s after which the known client gives up. */
    @WithDefault("8s")
    Duration usualWait();

    /**
     * How long a create on one of the plugin's paths waits that asks for nothing else: its client knows no 202. Below the
     * 30 s after which most of those give up.
     */
    @WithDefault("25s")
    Duration createWait();

    /** The most that {@code Prefer: wait=N} gets. */
    @WithDefault("30s")
    Duration longestWait();

    /** How long Kafka may take to acknowledge a command before the caller is sent away. */
    @WithDefault("5s")
    Duration acknowledgement();

    /**
     * Most requests that wait at once. Past it the one that has waited longest for its outcome gets its receipt, 202;
     * where all of them still wait for Kafka, a new one gets 503.
     */
    @WithDefault("20000")
    int mostWaiting();
}
