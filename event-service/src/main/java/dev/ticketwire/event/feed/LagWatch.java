package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogLag;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks every second how far the log is read, beside the capture. */
final class LagWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LagWatch.class);

    private final ScheduledExecutorService thread;

    private LagWatch(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    static LagWatch start(CaptureLog log, FeedStatus status) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("feed-lag").factory());
        thread.scheduleWithFixedDelay(() -> look(log, status), 1, 1, TimeUnit.SECONDS);
        return new LagWatch(thread);
    }

    private static void look(CaptureLog log, FeedStatus status) {
        try {
            LogLag lag = log.lag();
            status.setLag(lag.millis(), lag.bytes());
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("the lag is not known: %s", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
