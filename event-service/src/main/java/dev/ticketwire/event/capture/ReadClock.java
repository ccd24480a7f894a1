package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.row.LoggedTransaction;
import java.time.Duration;
import java.time.Instant;

/**
 * How far reading has come in time. A window closes by the time that is proven; in a backlog, where nothing is proven
 * yet, by the seconds that the log itself gives.
 *
 * @param proven everything committed until then has been read
 * @param newest second of the newest transaction that has been read, since 1970
 * @param isHasty whether windows close as early as the log's seconds allow
 */
record ReadClock(Instant proven, long newest, boolean isHasty) {
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** The log's seconds are those in which transactions began. */
    private static final Duration SECOND = Duration.ofMillis(1200);

    /** Longest pause of recorded actions, without mails. */
    private static final Duration WITHIN_ACTION = Duration.ofMillis(61);
    /** Two seconds may differ by one although the commits are close. */
    private static final Duration UNCERTAIN = Duration.ofSeconds(1);

    private static final long QUIET_SECONDS = 3;
    /** So far apart in the log, two commits are more than a second apart. */
    private static final long SHORTEST_SECONDS = 2;

    private static final long LONGEST_SECONDS = 5;

    /** Whether nothing came after {@code last} for so long that nothing will. */
    boolean isQuietSince(LoggedTransaction last) {
        return !proven.isBefore(last.readAt().plus(QUIET))
                || newest - last.time().getEpochSecond() >= (isHasty ? SHORTEST_SECONDS : QUIET_SECONDS);
    }

    /** Whether {@code first} has waited long enough. */
    boolean isLongSince(LoggedTransaction first) {
        return !proven.isBefore(first.readAt().plus(LONGEST))
                || newest - first.time().getEpochSecond() >= LONGEST_SECONDS;
    }

    /** Whether the log itself shows that no commit of one action can be so long after another one. */
    static boolean isPause(LoggedTransaction one, LoggedTransaction next) {
        return next.time().getEpochSecond() - one.time().getEpochSecond() >= QUIET_SECONDS;
    }

    /** The time between two commits, as far as it is known. */
    static Duration between(LoggedTransaction one, LoggedTransaction next) {
        Duration logged = Duration.between(one.time(), next.time()).minus(UNCERTAIN);
        Duration read = Duration.between(one.readAt(), next.readAt());
        return logged.compareTo(read) > 0 ? logged : read;
    }

    /** Whether a pause is rather one between two actions than one within an action. */
    static boolean isLong(Duration pause) {
        return pause.compareTo(WITHIN_ACTION) > 0;
    }

    /** Whether everything that was committed in this second, since 1970, has been read. */
    boolean isOver(long second) {
        return !proven.isBefore(Instant.ofEpochSecond(second).plus(SECOND)) || newest - second >= QUIET_SECONDS;
    }
}
