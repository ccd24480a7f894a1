package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.webhook.delivery.event.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that waits: an event for a subscription. Ids grow with the order of the events of a partition.
 *
 * @param partition whose owner delivers it
 * @param offset of the event in the partition; null if its body is in the row
 * @param ticket number; empty for an event without
 * @param attempts made so far
 * @param failures that count for the back-off
 * @param firstFailure null if no attempt has failed
 * @param nextAttempt not before; null for at once
 */
public record Delivery(
        long id,
        int subscription,
        int partition,
        @Nullable Long offset,
        String event,
        String ticket,
        int attempts,
        int failures,
        @Nullable Instant firstFailure,
        @Nullable Instant nextAttempt) {

    /** Where its event stands; null if its body is in the row. */
    public @Nullable Place place() {
        return offset == null ? null : new Place(partition, offset);
    }

    /** After one more attempt, which failed. */
    public Delivery failed(Instant when, Instant next) {
        return new Delivery(
                id,
                subscription,
                partition,
                offset,
                event,
                ticket,
                attempts + 1,
                failures + 1,
                firstFailure == null ? when : firstFailure,
                next);
    }
}
