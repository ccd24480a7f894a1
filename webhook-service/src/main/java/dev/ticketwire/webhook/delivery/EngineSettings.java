package dev.ticketwire.webhook.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept. */
@ConfigMapping(prefix = "ticketwire.webhooks.log")
public interface EngineSettings {
    /** How long attempts and settled deliveries are kept. */
    @WithDefault("720h")
    Duration keep();

    /** How often older ones are deleted. */
    @WithDefault("10m")
    Duration cleanEvery();
}
