package dev.ticketwire.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on request bodies, and on the memory for all of them. */
@ConfigMapping(prefix = "ticketwire.body")
interface BodyLimits {
    /** Largest body, in bytes, from 1K: the largest that fits in a Kafka record of 64 MiB. Larger: 413. */
    @WithDefault("62M")
    MemorySize largest();

    /** All bodies that are being read or not yet acknowledged by Kafka, in bytes. Beyond: 503. */
    @WithDefault("64M")
    MemorySize inFlight();

    /** Time to receive a body, plus one second for every {@link #slowest} bytes received. Later: 408. */
    @WithDefault("30s")
    Duration patience();

    /** Minimum rate after that time, in bytes per second, from 1. */
    @WithDefault("16K")
    MemorySize slowest();

    /** From this size on, in bytes, a body is decoded off the event loop. */
    @WithDefault("64K")
    MemorySize decodeAside();

    /** Most attachments of one request, one operation of a bulk, or one mail, 0–10000. More: 413. */
    @WithDefault("100")
    int mostAttachments();

    /** Largest decoded attachment, in bytes. Larger: 413. */
    @WithDefault("32M")
    MemorySize largestAttachment();

    /** Deepest nesting of JSON on the short paths, 2–512; on the plugin's paths it is PHP's 512. Deeper: 400. */
    @WithDefault("64")
    int jsonDepth();
}
