package dev.ticketwire.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reads are passed on. */
@ConfigMapping(prefix = "ticketwire.read")
interface ReadSettings {
    /** How long the head of an answer may take in all: waiting for a connection and a second try count. */
    @WithDefault("10s")
    Duration timeout();

    /** After this long without a byte more of an answer, of which its reader would take more, the answer is given up. */
    @WithDefault("15s")
    Duration stalled();

    /** Most reads that are being answered at once, of all services. Past it 503. */
    @WithDefault("2000")
    int inFlight();

    /** Most connections to one service, and as many again for files. */
    @WithDefault("64")
    int connections();

    /** Most requests that wait for one service, those that wait for a connection included. Past it 503. */
    @WithDefault("500")
    int waiting();

    /** After so many failures in a row, within a minute, a service is not asked for {@link #pause}. */
    @WithDefault("5")
    int failures();

    /** How long a service that failed is not asked; after it one request is let through to see. */
    @WithDefault("2s")
    Duration pause();
}
