package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.LogPlace;
import java.time.Instant;

/**
 * A transaction of the log, without its rows.
 *
 * @param time of its commit, to the second
 * @param ordinal number of the transaction since the first start
 * @param before the place before it
 * @param readAt when it was read
 */
public record LoggedTransaction(String gtid, Instant time, long ordinal, LogPlace before, Instant readAt) {}
