package dev.ticketwire.gateway.overview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which services are watched, and how. */
@ConfigMapping(prefix = "ticketwire.overview")
interface OverviewSettings {
    /**
     * {@code name=http://host:port} of management addresses. Names are those of the modules, such as {@code
     * ticket-command-service}: figures are looked for by them. A host may have several addresses, one for each replica.
     * Without any, only this gateway is shown.
     */
    Optional<List<String>> services();

    /** How often each instance is asked. */
    @WithDefault("5s")
    Duration every();

    /** Within this time an instance must have answered; shorter than {@link #every}. */
    @WithDefault("4s")
    Duration timeout();
}
