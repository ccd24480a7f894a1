package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.row.LoggedTransaction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Parts PHP's commits of one ticket into bursts: an action is a burst. Only the last burst can still grow. One that
 * never ends is cut where its longest pause was, so that an action that has just begun is not torn apart.
 */
final class Bursts {
    private final ReadClock clock;
    private @Nullable LoggedTransaction first;
    private @Nullable LoggedTransaction last;
    private Duration longestPause = Duration.ZERO;
    private int afterLongestPause;
    private int closable;

    Bursts(ReadClock clock) {
        this.clock = clock;
    }

    /**
     * The next commit.
     *
     * @param index of its step in the window
     */
    void add(int index, LoggedTransaction commit) {
        LoggedTransaction former = last;
        if (former == null || ReadClock.isPause(former, commit)) {
            closable = former == null ? 0 : index;
            first = commit;
            longestPause = Duration.ZERO;
        } else if (ReadClock.between(former, commit).compareTo(longestPause) > 0) {
            longestPause = ReadClock.between(former, commit);
            afterLongestPause = index;
        }
        last = commit;
    }

    /** Whether nothing can be added any more. */
    boolean isClosed() {
        return first == null
                || last == null
                || clock.isQuietSince(last)
                || clock.isLongSince(first) && !ReadClock.isLong(longestPause);
    }

    /** The number of steps in ended bursts, and in the earlier part of one that does not end. */
    int closable() {
        return first != null && clock.isLongSince(first) && ReadClock.isLong(longestPause)
                ? afterLongestPause
                : closable;
    }
}
