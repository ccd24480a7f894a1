package dev.ticketwire.event.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are streamed to clients. */
@ConfigMapping(prefix = "ticketwire.stream")
interface StreamSettings {
    /** Maximum number of open streams; more get 503. */
    @WithDefault("5000")
    int most();

    /** How often each stream gets a sign of life, and a fresh point to resume from. */
    @WithDefault("10s")
    Duration heartBeat();

    /** A client that has accepted nothing for so long, although something was to be sent, is cut off. */
    @WithDefault("10s")
    Duration patience();

    /** After so long clients connect again: {@code retry}. */
    @WithDefault("2s")
    Duration retry();

    /** Events of so long are written together. */
    @WithDefault("20ms")
    Duration tick();
}
