package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.webhook.send.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param delivery as it was before; with state {@link State#PENDING} as it is now
 * @param number of the attempt, from 1; 0 if there was none
 * @param attempt null if there was none
 */
public record Outcome(
        Delivery delivery,
        State state,
        int number,
        @Nullable Attempt attempt,
        Instant when) {

    /** Of a row, by name in lower case. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED,
        DISCARDED
    }

    public boolean isSettled() {
        return state != State.PENDING;
    }

    public boolean isGone() {
        return attempt != null && attempt.isGone();
    }
}
