package dev.ticketwire.event.feed.store;

import java.util.List;

/**
 * How far existing tickets are published, in the order of their ids.
 *
 * @param after tickets up to this id are done, except {@code again}
 * @param published number of events
 * @param again ids of tickets that changed while they were read, ascending
 */
public record CopyProgress(long after, long published, List<Long> again) {
    public static final CopyProgress NONE = new CopyProgress(0, 0, List.of());
}
