package dev.ticketwire.command.apply;

import dev.ticketwire.osticket.read.BackOff;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How commands are applied. The number of workers and the size of a batch are settings of the channel. */
@ConfigMapping(prefix = "ticketwire.apply")
interface ApplyConfig {
    /** Number of workers; each has one consumer and one transaction at a time. 1 to the number of partitions. */
    @WithDefault("2")
    int workers();

    /** Most commands in one transaction, 1–5000. */
    @WithDefault("500")
    int batchSize();

    /** Most bytes of commands in one batch; a single larger command is a separate batch. */
    @WithDefault("33554432")
    int batchBytes();

    /** How often a command that fails alone is tried before it is given up, 1–10. */
    @WithDefault("3")
    int attempts();

    /** Pause before a retry after a transient fault; doubles up to the longest. */
    @WithDefault("100ms")
    Duration firstBackOff();

    @WithDefault("5s")
    Duration longestBackOff();

    /** For one series of retries. Static, because a default method would count as a setting. */
    static BackOff backOff(ApplyConfig config) {
        return new BackOff(config.firstBackOff(), config.longestBackOff());
    }

    /**
     * How long the inbox remembers a command: longer than the commands topic keeps it, and as long as idempotency
     * keys live.
     */
    @WithDefault("192h")
    Duration inboxRetention();
}
