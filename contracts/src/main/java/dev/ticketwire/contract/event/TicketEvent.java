package dev.ticketwire.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of the feed.
 *
 * @param id stable: equal whenever and however often the change is read. From the log: GTID, second of the commit, row
 *     event and row, and the kind of change: {@code 0-1-4711-1764516902-3-0-transferred}. Opaque for readers
 * @param time of the change's transaction, UTC, to the second; of snapshots the time of reading
 * @param number the ticket's number, and the record's key; null only for {@link TicketEventType#FEED_GAP}
 * @param traceparent W3C trace context of the request that caused the change; null if unknown
 * @param data a {@link TicketChange}, or for {@link TicketEventType#FEED_GAP} a {@link FeedGap}
 */
public record TicketEvent(
        String id,
        TicketEventType type,
        Instant time,
        @Nullable String number,
        @Nullable String traceparent,
        EventData data) {}
