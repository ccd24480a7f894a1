package dev.ticketwire.gateway.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether requests are recorded, and how many records may wait while Kafka is away. */
@ConfigMapping(prefix = "ticketwire.audit")
interface AuditSettings {
    @WithDefault("true")
    boolean enabled();

    /** Most records that wait to be sent; past it they are dropped and counted. */
    @WithDefault("10000")
    int mostWaiting();

    /** How long Kafka may be away before what was sent to it is given up. */
    @WithDefault("10m")
    Duration patience();
}
