package dev.ticketwire.webhook.delivery.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When to try again. */
final class Schedule {
    private final List<Duration> pauses;
    private final double jitter;
    private final Duration longest;
    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    Schedule(DispatchSettings settings, DoubleSupplier random) {
        this.pauses = settings.backOff();
        this.jitter = settings.jitter();
        this.longest = settings.longestRetryAfter();
        this.random = random;
    }

    /**
     * @param failures so far, from 1
     * @param retryAfter what the receiver asked for; null for nothing
     */
    Instant next(Instant now, int failures, @Nullable Duration retryAfter) {
        Duration step = pauses.get(Math.min(failures, pauses.size()) - 1);
        double factor = 1 + jitter * (2 * random.getAsDouble() - 1);
        Duration pause = Duration.ofMillis(Math.round(step.toMillis() * factor));
        Duration asked = asked(retryAfter);
        return now.plus(asked.compareTo(pause) > 0 ? asked : pause);
    }

    /** Within the limit. */
    Duration asked(@Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(longest) > 0 ? longest : retryAfter;
    }
}
