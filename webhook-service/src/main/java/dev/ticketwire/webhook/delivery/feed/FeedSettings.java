package dev.ticketwire.webhook.delivery.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events become deliveries. */
@ConfigMapping(prefix = "ticketwire.webhooks.feed")
public interface FeedSettings {
    /** Consumer group that shares the partitions among the replicas. Equal on all replicas of a help desk. */
    @WithDefault("ticketwire.webhooks")
    String group();

    /** After how long a silent replica is replaced; not below the broker's {@code group.min.session.timeout.ms}. */
    @WithDefault("6s")
    Duration sessionTimeout();

    /**
     * Deliveries of one subscription that may wait in one partition. Further events stay in the topic until half of
     * them are gone.
     */
    @WithDefault("1000")
    int waiting();

    /** Deliveries made in one transaction, roughly at most. */
    @WithDefault("5000")
    int batch();

    /** How often subscriptions that are behind are looked at. */
    @WithDefault("250ms")
    Duration catchUpEvery();

    /** How long those in flight get when a partition goes to another replica. */
    @WithDefault("8s")
    Duration handOver();
}
