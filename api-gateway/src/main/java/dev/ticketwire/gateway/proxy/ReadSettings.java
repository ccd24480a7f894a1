package dev.ticketwire.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reads are forwarded to the read services. */
@ConfigMapping(prefix = "ticketwire.read")
interface ReadSettings {
    /** Maximum time to the head of a response, including the wait for a connection and a second attempt. */
    @WithDefault("10s")
    Duration timeout();

    /** A response is aborted after this time without a byte although the client would accept more. */
    @WithDefault("15s")
    Duration stalled();

    /** Maximum of concurrent reads, of all services; more get 503. */
    @WithDefault("2000")
    int inFlight();

    /** Maximum of connections to one service, and as many again for files. */
    @WithDefault("64")
    int connections();

    /** Maximum of requests that wait for one service or for a connection to it; more get 503. */
    @WithDefault("500")
    int waiting();

    /** After so many failures in a row, within a minute, the circuit opens for {@link #pause}. */
    @WithDefault("5")
    int failures();

    /** How long the circuit stays open; then one request is let through as a trial. */
    @WithDefault("2s")
    Duration pause();
}
