package dev.ticketwire.rest.drain;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the parts of a {@link Drain} take. */
@Singleton
class DrainSettings {
    /** So that the last connections that were accepted have sent their requests before the server counts them. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Duration delay;
    private final Duration patience;

    /**
     * @param delay from the signal to the server's wait for the requests in flight
     * @param patience how long these may still wait for something else than the server itself, such as an outcome
     */
    DrainSettings(
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0s") Duration delay,
            @ConfigProperty(name = "ticketwire.drain.patience", defaultValue = "10s") Duration patience) {
        this.delay = delay;
        this.patience = patience;
    }

    /** From the signal to the end of new connections: a second less than the delay, or half of a shorter one. */
    Duration untilRefusing() {
        Duration half = delay.dividedBy(2);
        return half.compareTo(REST) < 0 ? half : delay.minus(REST);
    }

    Duration patience() {
        return patience;
    }
}
