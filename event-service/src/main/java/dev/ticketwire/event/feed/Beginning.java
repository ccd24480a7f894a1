package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.UnreadableBinlogException;
import dev.ticketwire.event.capture.Checkpoint;
import dev.ticketwire.event.feed.store.CaptureState;
import dev.ticketwire.event.feed.store.EventPublisher;
import dev.ticketwire.event.feed.store.StateKey;
import dev.ticketwire.event.feed.store.StoredStates;
import dev.ticketwire.event.feed.store.UnreadableStateException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where a leader begins: where the last one ended, or from now: the first time, or after a gap. */
final class Beginning {
    private static final Logger LOG = Logger.getLogger(Beginning.class);

    private final FeedParts parts;
    private final EventPublisher publisher;
    private final CaptureLog log;
    private final GapTeller gaps;

    Beginning(FeedParts parts, EventPublisher publisher, CaptureLog log) {
        this.parts = parts;
        this.publisher = publisher;
        this.log = log;
        this.gaps = new GapTeller(parts, publisher);
    }

    /**
     * @param pending a gap that was noticed, and is not told yet; null if none was
     * @throws UnreadableBinlogException if the server's settings leave changes out of the log
     */
    CaptureState state(StoredStates stored, @Nullable PendingGap pending) throws SQLException {
        Optional<CaptureState> last;
        try {
            last = stored.capture();
        } catch (UnreadableStateException e) {
            Instant from = stored.time(StateKey.CAPTURE).orElseThrow();
            return gaps.goOnFromNow(log, Gap.stateUnreadable(String.valueOf(e.getMessage())), early(from), null);
        }
        return last.isPresent() ? goOn(last.get(), pending) : first();
    }

    private CaptureState goOn(CaptureState last, @Nullable PendingGap pending) throws SQLException {
        parts.status().setGap(last.gap());
        if (pending != null && pending.isUntold(last)) {
            return gaps.goOnFromNow(log, pending.gap(), last.toldUntil(), last);
        }
        try {
            log.check(last.checkpoint().place());
            return last;
        } catch (UnreadableBinlogException e) {
            if (e.gap() == dev.ticketwire.binlog.Gap.SETTINGS) {
                throw e;
            }
            return gaps.goOnFromNow(log, Gap.of(e), last.toldUntil(), last);
        }
    }

    /** Events without a stored place: the place was lost. */
    private CaptureState first() throws SQLException {
        Optional<Instant> newest = PublishedBefore.newest(parts.kafka());
        if (newest.isPresent()) {
            return gaps.goOnFromNow(log, Gap.stateLost(), early(newest.get()), null);
        }
        LogPlace now = log.now();
        log.check(now);
        CaptureState state =
                new CaptureState(new Checkpoint(now, 0, Map.of()), DatabaseClock.now(parts.database()), null, null);
        publisher.store(StateKey.CAPTURE, state);
        publisher.commit();
        LOG.infof("the feed begins now, at %s of %s", now.position(), now.file());
        return state;
    }

    /** Kafka's clock, and the time from a commit to its event. */
    private static Instant early(Instant time) {
        return time.minus(Duration.ofMinutes(1));
    }
}
