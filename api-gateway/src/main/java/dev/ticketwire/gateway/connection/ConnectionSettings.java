package dev.ticketwire.gateway.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is expected of clients' connections. */
@ConfigMapping(prefix = "ticketwire.connection")
interface ConnectionSettings {
    /** How long the head of a request may take from its first byte on; past it the connection is closed. */
    @WithDefault("10s")
    Duration head();
}
