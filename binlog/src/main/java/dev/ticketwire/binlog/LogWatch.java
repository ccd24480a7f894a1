package dev.ticketwire.binlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Compares once a second how far a session has read with the end of the server's log, because a silent log is not a
 * silent server, and every minute checks the server's settings and the place.
 */
final class LogWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(10);
    private static final int PAUSES_BETWEEN_CHECKS = 60;

    private final LogSession session;
    private final LogConnection connection;
    private final Supplier<LogPosition> end;
    private final Check check;
    private final Thread thread;
    private long events;
    private long moved = System.nanoTime();

    /** Checks settings and place. */
    @FunctionalInterface
    interface Check {
        void run(LogPlace place) throws SQLException;
    }

    /** @param end queries the end of the log */
    LogWatch(LogSession session, LogConnection connection, Supplier<LogPosition> end, Check check) {
        this.session = session;
        this.connection = connection;
        this.end = end;
        this.check = check;
        this.thread = Thread.ofVirtual().name("binlog-watch").start(this::watch);
    }

    private void watch() {
        try {
            for (int pause = 1; ; pause++) {
                Thread.sleep(PAUSE);
                watchOnce(pause % PAUSES_BETWEEN_CHECKS == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UnreadableBinlogException | LogLostException e) {
            connection.fail(e);
        }
    }

    private void watchOnce(boolean checks) throws LogLostException {
        try {
            compare();
            if (checks) {
                check.run(session.place());
            }
        } catch (SQLException e) {
            LOG.debugf("the log's end is not known: %s", e.getMessage());
        }
    }

    private void compare() throws SQLException, LogLostException {
        LogPosition before = session.position();
        long eventsBefore = session.events();
        LogPosition committed;
        try {
            committed = end.get();
        } catch (RuntimeException e) {
            throw new SQLException(e);
        }
        requireSameLog(before, committed);
        if (before.covers(committed) || eventsBefore != events || session.isListenerBusy()) {
            events = eventsBefore;
            moved = System.nanoTime();
        } else if (System.nanoTime() - moved > LONGEST_STANDSTILL.toNanos()) {
            throw new LogLostException("the connection to the log was silent while the server's log went on");
        }
    }

    /** @throws UnreadableBinlogException if the log does not continue the one that was read */
    static void requireSameLog(LogPosition read, LogPosition end) {
        if (end.server() != read.server()) {
            throw new UnreadableBinlogException(
                    Gap.OTHER_SERVER, "the server " + end.server() + " answers, not " + read.server());
        }
        if (!end.covers(read)) {
            throw new UnreadableBinlogException(
                    Gap.RESET, "the log was begun anew: it ends at " + end.gtids() + ", before " + read.gtids());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
