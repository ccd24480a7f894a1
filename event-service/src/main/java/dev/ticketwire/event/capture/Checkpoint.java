package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPlace;
import java.util.Map;

/**
 * How far the log has been turned into events.
 *
 * @param place no window that is still open has a row before it
 * @param ordinal number of the transaction that follows {@code place}; counts all transactions since the first start
 * @param settled tickets whose windows behind {@code place} are closed: ticket id to the ordinal of the last
 *     transaction whose rows of that ticket are told
 */
public record Checkpoint(LogPlace place, long ordinal, Map<Long, Long> settled) {}
