package dev.ticketwire.gateway.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits for clients' connections. */
@ConfigMapping(prefix = "ticketwire.connection")
interface ConnectionSettings {
    /** Maximum time from the first byte of a request to the end of its head; then the connection is closed. */
    @WithDefault("10s")
    Duration head();
}
