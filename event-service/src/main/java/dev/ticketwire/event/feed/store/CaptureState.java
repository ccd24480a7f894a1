package dev.ticketwire.event.feed.store;

import dev.ticketwire.contract.event.FeedGap;
import dev.ticketwire.event.capture.Checkpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a replica needs to go on. Written in the Kafka transaction of the events that it covers.
 *
 * @param checkpoint how far the log is published
 * @param toldUntil every change that was committed until then is published; the database's clock, with a margin
 * @param gap the last gap; null if there was none
 * @param resynchronisation null if none is in progress
 */
public record CaptureState(
        Checkpoint checkpoint,
        Instant toldUntil,
        @Nullable ToldGap gap,
        @Nullable Resynchronisation resynchronisation) {

    /** As this one, further in the log. */
    public CaptureState at(Checkpoint further, Instant told) {
        return new CaptureState(further, told, gap, resynchronisation);
    }

    /** As this one, with another progress of the resynchronisation. */
    public CaptureState with(@Nullable Resynchronisation progress) {
        return new CaptureState(checkpoint, toldUntil, gap, progress);
    }

    /**
     * A gap that is published.
     *
     * @param id of its event
     * @param remedy what prevents another one
     */
    public record ToldGap(String id, FeedGap gap, String remedy) {}

    /**
     * The publication of tickets that may have changed unseen.
     *
     * @param id part of the ids of its events
     * @param since tickets whose row or newest entry is as young are published
     * @param progress of it
     */
    public record Resynchronisation(String id, Instant since, CopyProgress progress) {}
}
