package dev.ticketwire.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reads are passed on. */
@ConfigMapping(prefix = "ticketwire.read")
interface ReadSettings {
    /** After this long without the head of an answer, a service counts as away. */
    @WithDefault("10s")
    Duration timeout();

    /** Most connections to one service, and as many again for files. */
    @WithDefault("64")
    int connections();
}
