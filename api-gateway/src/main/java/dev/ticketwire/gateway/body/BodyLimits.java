package dev.ticketwire.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of what clients send is held in memory, and how much one request may ask for. */
@ConfigMapping(prefix = "ticketwire.body")
interface BodyLimits {
    /** Largest body, in bytes, from 1K: what a record of 64 MiB can carry, less its envelope. Past it 413. */
    @WithDefault("62M")
    MemorySize largest();

    /** All bodies that are being read or not yet acknowledged by Kafka, together, in bytes. Past it 503. */
    @WithDefault("64M")
    MemorySize inFlight();

    /** How long a body may take; for every {@link #slowest} bytes of it that have come, a second more. Past it 408. */
    @WithDefault("30s")
    Duration patience();

    /** Bytes a second, from 1. */
    @WithDefault("16K")
    MemorySize slowest();

    /** From this size on, in bytes, a body is decoded off the event loop. */
    @WithDefault("64K")
    MemorySize decodeAside();

    /** Most attachments of one request, of one operation of a bulk, or of one mail, 0–10000. Past it 413. */
    @WithDefault("100")
    int mostAttachments();

    /** Largest attachment when decoded, in bytes. Past it 413. */
    @WithDefault("32M")
    MemorySize largestAttachment();

    /** How deep JSON may be nested on the short paths, 2–512 levels; the plugin's paths keep PHP's 512. Past it 400. */
    @WithDefault("64")
    int jsonDepth();
}
