package dev.ticketwire.webhook.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of subscriptions, and how they are kept in memory. */
@ConfigMapping(prefix = "ticketwire.webhooks.subscriptions")
public interface WebhookSettings {
    /** Maximum number of subscriptions of one key, whatever their state. */
    @WithDefault("100")
    int mostPerKey();

    /** How often it is looked whether subscriptions have changed. */
    @WithDefault("500ms")
    Duration refresh();

    /** Maximum time to learn from Kafka where a new subscription begins. */
    @WithDefault("5s")
    Duration kafkaTimeout();
}
