package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPlace;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the log has been turned into events.
 *
 * @param place no window that is still open has a row before it
 * @param ordinal number of the transaction that follows {@code place}; counts all transactions since the first start
 * @param settled tickets whose windows behind {@code place} are closed: ticket id to the ordinal of the last
 *     transaction whose rows of that ticket are told
 * @param unrouted threads ({@code thread 7}) and forms ({@code form 7}) of which it is not known yet to which ticket
 *     they belong, to the ordinal from which on none of their rows is told, whatever {@code settled} says
 */
public record Checkpoint(LogPlace place, long ordinal, Map<Long, Long> settled, Map<String, Long> unrouted) {
    /** @param unrouted null, as in older checkpoints, for none */
    public Checkpoint(LogPlace place, long ordinal, Map<Long, Long> settled, @Nullable Map<String, Long> unrouted) {
        this.place = place;
        this.ordinal = ordinal;
        this.settled = settled;
        this.unrouted = Objects.requireNonNullElse(unrouted, Map.of());
    }

    /** A checkpoint at which every row was told or has its ticket. */
    public Checkpoint(LogPlace place, long ordinal, Map<Long, Long> settled) {
        this(place, ordinal, settled, Map.of());
    }
}
