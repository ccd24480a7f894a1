package dev.ticketwire.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where osTicket's own PHP is, and what of it the gateway passes on. */
@ConfigMapping(prefix = "ticketwire.php")
interface PhpSettings {
    /** Where osTicket is installed, such as {@code http://127.0.0.1:8090/helpdesk}; without it nothing is passed on. */
    Optional<URI> url();

    /** Paths that are passed on where they are not ours; what ends in <code>/*</code> means all below. */
    @WithDefault("/api/tasks/cron,/api/http.php/tasks/cron")
    List<String> paths();

    /** How long it may take from the end of a request until the head of its answer is there, and later without a byte more of it. */
    @WithDefault("60s")
    Duration timeout();

    /** Largest body of a request. */
    @WithDefault("64M")
    MemorySize largest();

    /** Most requests at once. Past it 503. */
    @WithDefault("32")
    int inFlight();
}
