package dev.ticketwire.webhook.delivery.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the topic of events is read. */
@ConfigMapping(prefix = "ticketwire.webhooks.topic")
public interface EventSettings {
    /** Maximum size of the recent events in memory, in bytes. */
    @WithDefault("16777216")
    long recentBytes();

    /** Maximum time for one request to Kafka. */
    @WithDefault("5s")
    Duration timeout();

    /** After so long without an answer of Kafka the service is not ready. */
    @WithDefault("8s")
    Duration patience();
}
