package dev.ticketwire.gateway.backlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The accepted commands that the command service has not committed. It commits once a second, so a few are normal.
 *
 * @param commands how many, at least 0
 * @param oldest when the oldest was accepted; null if there is none, or if the broker did not send it in time
 */
record CommandBacklog(long commands, @Nullable Instant oldest) {

    static final CommandBacklog NONE = new CommandBacklog(0, null);

    /** Adds the commands of another partition. */
    CommandBacklog with(long more, @Nullable Instant itsOldest) {
        boolean isOlder = itsOldest != null && (oldest == null || itsOldest.isBefore(oldest));
        return new CommandBacklog(commands + more, isOlder ? itsOldest : oldest);
    }

    /** Age of the oldest in seconds, 0 if there is none. */
    double oldestSeconds(Instant now) {
        return oldest == null ? 0 : Math.max(0, now.toEpochMilli() - oldest.toEpochMilli()) / 1000.0;
    }
}
