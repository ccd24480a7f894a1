package dev.ticketwire.gateway.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How event streams are forwarded. */
@ConfigMapping(prefix = "ticketwire.stream")
interface StreamSettings {
    /** Maximum of open streams; more get 503. */
    @WithDefault("2000")
    int most();

    /** Maximum of open streams of one key; more get 429. */
    @WithDefault("200")
    int mostPerKey();

    /** Maximum time until the event service opens a stream, which may first look for the cursor. */
    @WithDefault("10s")
    Duration timeout();

    /** How often it is checked whether the key still may have its stream. */
    @WithDefault("1s")
    Duration check();

    /** A stream ends when the event service has given no sign of life for so long. */
    @WithDefault("30s")
    Duration silence();
}
