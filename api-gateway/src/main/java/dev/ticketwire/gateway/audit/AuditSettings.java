package dev.ticketwire.gateway.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether requests are audited, and how many records may wait while Kafka is unavailable. */
@ConfigMapping(prefix = "ticketwire.audit")
interface AuditSettings {
    @WithDefault("true")
    boolean enabled();

    /** Maximum of records that wait to be sent; further ones are dropped and counted. */
    @WithDefault("10000")
    int mostWaiting();

    /** How long Kafka may be unavailable before records are dropped that were handed to the producer. */
    @WithDefault("10m")
    Duration patience();
}
