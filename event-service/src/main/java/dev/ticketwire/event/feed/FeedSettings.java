package dev.ticketwire.event.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the feed is captured and published. */
@ConfigMapping(prefix = "ticketwire.events")
public interface FeedSettings {
    /** Whether this replica may capture; if not, it only serves streams. */
    @WithDefault("true")
    boolean capture();

    /** The events' CloudEvents attribute {@code source}: a URI reference that names the help desk. */
    @WithDefault("/osticket")
    URI source();

    /** Consumer group whose one member with a partition is the leader. Equal on all replicas of a help desk. */
    @WithDefault("event-service.capture")
    String group();

    /** {@code transactional.id} of the leader's producer. Equal on all replicas of a help desk. */
    @WithDefault("event-service.capture")
    String transactionalId();

    /**
     * After how long a silent leader is replaced; not below the broker's {@code group.min.session.timeout.ms} (6 s).
     */
    @WithDefault("6s")
    Duration sessionTimeout();

    /** Rows that are read from the log ahead of the capture, at most; bounds the memory. */
    @WithDefault("5000")
    int queue();

    /** Events in one Kafka transaction, at most. */
    @WithDefault("5000")
    int batch();

    /** How long an event may wait for others of its Kafka transaction while more are at hand. */
    @WithDefault("100ms")
    Duration batchAge();

    /** How often the place in the log is stored while no events are published. */
    @WithDefault("5s")
    Duration saveInterval();

    /** Tickets per second that are published after a gap. */
    @WithDefault("500")
    int resynchronisationRate();

    /** Longest pause before the capture is tried again. */
    @WithDefault("10s")
    Duration longestBackOff();
}
