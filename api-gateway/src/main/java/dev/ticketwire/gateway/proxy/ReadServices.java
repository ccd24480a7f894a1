package dev.ticketwire.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** Where reads go. */
@ConfigMapping(prefix = "ticketwire")
interface ReadServices {
    @WithName("query.url")
    URI query();

    @WithName("subticket.url")
    URI subticket();

    @WithName("stats.url")
    URI stats();

    /** After this long without the head of an answer, a service counts as away. */
    @WithName("read.timeout")
    @WithDefault("10s")
    Duration timeout();

    /** Most connections to one service. */
    @WithName("read.connections")
    @WithDefault("64")
    int connections();
}
