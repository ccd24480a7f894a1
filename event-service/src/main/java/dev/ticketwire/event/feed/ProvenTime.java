package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.LogPosition;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proves up to which instant the log has been captured: the server is asked for its log's end, and once capture has
 * passed that end, every change that was committed before the question is captured. For one thread.
 */
final class ProvenTime {
    /** An answer that is not reached by then may be of another server. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final LogEnd log;
    private Instant proven = Instant.EPOCH;
    private Instant asked = Instant.EPOCH;
    private @Nullable LogPosition awaited;

    /** Asks the server for the end of its log. */
    @FunctionalInterface
    interface LogEnd {
        LogPosition ask() throws SQLException;
    }

    ProvenTime(LogEnd log) {
        this.log = log;
    }

    /**
     * Asks the server, if the last question is as old as {@code interval}, and its answer is reached.
     *
     * @param place up to which everything is captured
     */
    void advance(LogPlace place, Duration interval) throws SQLException {
        settle(place);
        Instant now = Instant.now();
        if (!now.isBefore(asked.plus(awaited == null ? interval : LONGEST_WAIT))) {
            asked = now;
            awaited = log.ask();
            settle(place);
        }
    }

    private void settle(LogPlace place) {
        if (awaited != null && place.transactions().covers(awaited)) {
            proven = asked;
            awaited = null;
        }
    }

    /** Every transaction that was committed until then has been captured. */
    Instant proven() {
        return proven;
    }

    /** Whether the log's end was reached when it was last asked for. */
    boolean isAtEnd() {
        return awaited == null && !proven.equals(Instant.EPOCH);
    }
}
