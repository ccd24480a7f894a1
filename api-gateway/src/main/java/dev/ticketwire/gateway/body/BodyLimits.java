package dev.ticketwire.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what clients send is held in memory. */
@ConfigMapping(prefix = "ticketwire.body")
interface BodyLimits {
    /** Largest body, in bytes: what a record of 64 MiB can carry, less its envelope. */
    @WithDefault("62M")
    MemorySize largest();

    /** All bodies that are being read or not yet acknowledged by Kafka, together. */
    @WithDefault("64M")
    MemorySize inFlight();

    /** From this size on a body is decoded off the event loop. */
    @WithDefault("128K")
    MemorySize decodeAside();
}
