package dev.ticketwire.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The address of osTicket's own PHP, and the requests that the gateway forwards to it. */
@ConfigMapping(prefix = "ticketwire.php")
interface PhpSettings {
    /** URL of osTicket, such as {@code http://127.0.0.1:8090/helpdesk}; if absent, nothing is forwarded. */
    Optional<URI> url();

    /** Forwarded paths, unless the API serves them; <code>/*</code> at the end includes all paths below. */
    @WithDefault("/api/tasks/cron,/api/http.php/tasks/cron")
    List<String> paths();

    /** Maximum time from the end of a request to the head of its response, and then between two bytes of that. */
    @WithDefault("60s")
    Duration timeout();

    /** Maximum size of a request body. */
    @WithDefault("64M")
    MemorySize largest();

    /** Maximum of concurrent requests; more get 503. */
    @WithDefault("32")
    int inFlight();
}
