package dev.ticketwire.event.stream.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the topic of events is read for clients. */
@ConfigMapping(prefix = "ticketwire.stream.topic")
public interface TopicSettings {
    /** Maximum number of latest events in memory. */
    @WithDefault("10000")
    int recentEvents();

    /** Maximum size of the latest events in memory, in bytes; as much again while streams are open. */
    @WithDefault("16777216")
    long recentBytes();

    /** How many events of each partition are read into memory at the start, for clients that come back. */
    @WithDefault("500")
    int recentAtStart();

    /** How often the topic's identity is looked at. */
    @WithDefault("2s")
    Duration check();

    /** After so long without an answer of Kafka the events are unavailable. */
    @WithDefault("8s")
    Duration patience();

    /** Number of readers of older events. */
    @WithDefault("4")
    int readers();

    /** Maximum number of requests that wait for a reader; more get 503. */
    @WithDefault("2000")
    int waiting();

    /** Maximum time for one request to Kafka. */
    @WithDefault("5s")
    Duration timeout();
}
