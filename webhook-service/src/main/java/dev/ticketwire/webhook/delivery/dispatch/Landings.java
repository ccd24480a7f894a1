package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.delivery.store.Outcome;
import dev.ticketwire.webhook.delivery.store.Outcome.State;
import dev.ticketwire.webhook.send.Attempt;
import java.time.Duration;
import java.time.Instant;

/** Decides what follows from the end of a try. For the dispatcher's thread. */
final class Landings {
    /** Until the next try, if this side could not make one. */
    private static final Duration POSTPONED = Duration.ofSeconds(1);

    private final Schedule schedule;
    private final OutcomeWriter writer;
    private final DispatchMetrics metrics;

    Landings(Schedule schedule, OutcomeWriter writer, DispatchMetrics metrics) {
        this.schedule = schedule;
        this.writer = writer;
        this.metrics = metrics;
    }

    /** @return whether an outcome will be written */
    boolean landed(Flight flight, Landing landing, Instant now) {
        switch (landing) {
            case Landing.Tried tried -> tried(flight, tried, now);
            case Landing.Hidden hidden ->
                settled(flight, new Outcome(flight.delivery(), State.DISCARDED, 0, null, now));
            case Landing.Expired expired -> expired(flight, now);
            case Landing.Postponed postponed -> {
                flight.receiver().lanes().retry(flight.lane(), flight.delivery(), now.plus(POSTPONED));
                return false;
            }
        }
        return true;
    }

    private void expired(Flight flight, Instant now) {
        metrics.expired();
        Attempt none = new Attempt(now, Duration.ZERO, 0, Attempt.Failure.EVENT_EXPIRED, new byte[0], null);
        settled(
                flight,
                new Outcome(flight.delivery(), State.FAILED, flight.delivery().attempts() + 1, none, now));
    }

    private void tried(Flight flight, Landing.Tried tried, Instant now) {
        Attempt attempt = tried.attempt();
        metrics.tried(attempt);
        if (flight.delivery().attempts() == 0) {
            metrics.firstTried(attempt, tried.published(), flight.isDoubtful());
        }
        if (attempt.isSuccess()) {
            succeeded(flight, attempt, now);
        } else {
            failed(flight, attempt, now);
        }
    }

    private void succeeded(Flight flight, Attempt attempt, Instant now) {
        Pace pace = flight.receiver().pace();
        boolean wasProbing = pace.isProbing();
        pace.succeeded(attempt);
        if (wasProbing) {
            flight.receiver().lanes().releaseAll();
        }
        settled(
                flight,
                new Outcome(
                        flight.delivery(), State.DELIVERED, flight.delivery().attempts() + 1, attempt, now));
    }

    private void settled(Flight flight, Outcome outcome) {
        flight.receiver().lanes().settled(flight.lane());
        writer.add(flight, outcome);
    }

    private void failed(Flight flight, Attempt attempt, Instant now) {
        flight.receiver().pace().failed(attempt, now);
        Instant next = schedule.next(now, flight.delivery().failures() + 1, attempt.retryAfter());
        Delivery failed = flight.delivery().failed(attempt.started(), next);
        flight.receiver().lanes().retry(flight.lane(), failed, next);
        writer.add(flight, new Outcome(failed, State.PENDING, failed.attempts(), attempt, now));
    }
}
