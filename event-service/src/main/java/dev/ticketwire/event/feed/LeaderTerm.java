package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogLostException;
import dev.ticketwire.binlog.UnreadableBinlogException;
import dev.ticketwire.event.feed.LogQueue.ReaderEnded;
import dev.ticketwire.event.feed.store.CaptureState;
import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import dev.ticketwire.event.feed.store.EventPublisher;
import dev.ticketwire.event.feed.store.StoredStates;
import dev.ticketwire.osticket.read.BackOff;
import dev.ticketwire.osticket.read.DatabaseAway;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The work of a leader from its election to its end: captures, and begins again after each failure, with growing pauses
 * and without an end.
 */
final class LeaderTerm {
    private static final Logger LOG = Logger.getLogger(LeaderTerm.class);
    private static final Duration STORED = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(4);
    /** After running for this time, the back-off starts again with its first pause. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FeedParts parts;
    private final Runnable resign;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("feed-capture").unstarted(this::lead);
    private volatile boolean isStopped;
    private @Nullable PendingGap pending;
    private @Nullable String lastFailure;

    /** @param resign gives the leadership back, from any thread, and returns at once */
    LeaderTerm(FeedParts parts, Runnable resign) {
        this.parts = parts;
        this.resign = resign;
    }

    void start() {
        thread.start();
    }

    /**
     * Ends the work; returns when it has ended.
     *
     * @param atOnce false to publish what is captured already
     */
    void stop(boolean atOnce) {
        isStopped = true;
        try {
            if (atOnce || !thread.join(GRACE)) {
                thread.interrupt();
                thread.join(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead() {
        parts.status().setRole(FeedStatus.Role.LEADER);
        parts.status().setWaitingFor("the stored place in the log");
        LOG.info("this replica captures the feed");
        try {
            BackOff backOff =
                    new BackOff(Duration.ofMillis(100), parts.settings().longestBackOff());
            long start = System.nanoTime();
            while (tryToCapture() && !isStopped) {
                if (System.nanoTime() - start > LONG.toNanos()) {
                    backOff.reset();
                }
                backOff.pause();
                start = System.nanoTime();
            }
        } catch (InterruptedException e) {
            LOG.debug("the capture was interrupted");
        } finally {
            parts.status().setRole(FeedStatus.Role.STANDBY);
            LOG.info("this replica no longer captures the feed");
        }
    }

    /** @return false if the term is over */
    private boolean tryToCapture() throws InterruptedException {
        try {
            capture();
            return true;
        } catch (ReaderEnded e) {
            failed(e.getCause() == null ? e : e.getCause());
        } catch (UnreadableBinlogException | SQLException | TimeoutException e) {
            failed(e);
        } catch (KafkaException e) {
            if (EventPublisher.isFenced(e)) {
                LOG.info("another replica has taken over");
                resign.run();
                return false;
            }
            failed(e);
        } catch (RuntimeException e) {
            if (!DatabaseAway.causes(e) && !(e instanceof ReferenceUnavailable)) {
                LOG.error("the capture failed", e);
            }
            failed(e);
        }
        return true;
    }

    private void capture() throws SQLException, TimeoutException, InterruptedException, ReaderEnded {
        try (CaptureLog log = parts.logs().get();
                EventPublisher publisher = EventPublisher.open(
                        parts.kafka(), parts.settings().transactionalId(), parts.codec(), parts.published())) {
            StoredStates stored = parts.states().current(STORED);
            CaptureState state = new Beginning(parts, publisher, log).state(stored, pending);
            pending = null;
            new CaptureRun(parts, publisher, log, state, stored).run(() -> isStopped);
        }
    }

    private void failed(Throwable e) {
        String reason = reason(e);
        parts.status().setWaitingFor(reason);
        if (e instanceof UnreadableBinlogException unreadable && isGap(unreadable)) {
            ToldGap last = parts.status().gap();
            pending = new PendingGap(Gap.of(unreadable), last == null ? null : last.id());
        }
        if (!isStopped && !reason.equals(lastFailure)) {
            LOG.warnf("the feed waits: %s", reason);
        }
        lastFailure = reason;
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case UnreadableBinlogException unreadable -> unreadable.getMessage() + ". " + unreadable.remedy();
            case SQLException sql -> "the database does not answer: " + sql.getMessage();
            case LogLostException lost -> "the database's log is not read: " + lost.getMessage();
            case TimeoutException timeout -> "Kafka does not answer";
            case KafkaException kafka -> "Kafka does not answer: " + kafka.getMessage();
            default -> String.valueOf(e.getMessage());
        };
    }

    /**
     * Missing privileges hide nothing: the log is read on when they are there. Settings do if the log ended meanwhile;
     * if it did not, reading stops again at what is hidden.
     */
    private static boolean isGap(UnreadableBinlogException e) {
        return e.gap() != dev.ticketwire.binlog.Gap.SETTINGS
                || String.valueOf(e.getMessage()).contains("log_bin)");
    }
}
