package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.send.Attempt;
import java.time.Duration;
import java.time.Instant;

/**
 * How much one receiver is sent at a time: one request more after each full round of successes, half as many after a
 * failure, and single probes while it only fails.
 */
final class Pace {
    private static final int FIRST_LIMIT = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final DispatchSettings settings;
    private final Schedule schedule;
    private int limit;
    private int successes;
    private int failures;
    private int probes;
    private boolean isSlow;
    private Instant notBefore = Instant.MIN;

    Pace(DispatchSettings settings, Schedule schedule) {
        this.settings = settings;
        this.schedule = schedule;
        this.limit = Math.min(FIRST_LIMIT, settings.inFlight());
    }

    boolean allows(int inFlight, Instant now) {
        return inFlight < (isProbing() ? 1 : limit) && !now.isBefore(notBefore);
    }

    /** It is asked single deliveries only, since it has failed too often. */
    boolean isProbing() {
        return failures >= settings.failuresUntilProbing();
    }

    /** Its requests count as those that may take long or fail. */
    boolean isDoubtful() {
        return failures > 0 || isSlow;
    }

    void succeeded(Attempt attempt) {
        failures = 0;
        probes = 0;
        notBefore = Instant.MIN;
        isSlow = attempt.duration().compareTo(SLOW) > 0;
        if (++successes >= limit && limit < settings.inFlight()) {
            successes = 0;
            limit++;
        }
    }

    void failed(Attempt attempt, Instant now) {
        failures++;
        successes = 0;
        limit = Math.max(1, limit / 2);
        // Those that were in flight when the probing began are no probes.
        if (isProbing() && !now.isBefore(notBefore)) {
            probes++;
            notBefore = schedule.next(now, probes, attempt.retryAfter());
        } else if (attempt.status() == TOO_MANY_REQUESTS) {
            Instant asked = now.plus(schedule.asked(attempt.retryAfter()));
            notBefore = asked.isAfter(notBefore) ? asked : notBefore;
        }
    }
}
