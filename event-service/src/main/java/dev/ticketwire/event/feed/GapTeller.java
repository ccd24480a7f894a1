package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.FeedGap;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.event.capture.Checkpoint;
import dev.ticketwire.event.feed.store.CaptureState;
import dev.ticketwire.event.feed.store.CaptureState.Resynchronisation;
import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import dev.ticketwire.event.feed.store.CopyProgress;
import dev.ticketwire.event.feed.store.EventPublisher;
import dev.ticketwire.event.feed.store.StateKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes gaps, each with the state from which the feed goes on: so each is told once. */
final class GapTeller {
    private static final Logger LOG = Logger.getLogger(GapTeller.class);

    private final FeedParts parts;
    private final EventPublisher publisher;

    GapTeller(FeedParts parts, EventPublisher publisher) {
        this.parts = parts;
        this.publisher = publisher;
    }

    /**
     * The feed goes on from now.
     *
     * @param from the last change that was surely told
     * @param last the state until now; null if it is unknown
     */
    CaptureState goOnFromNow(CaptureLog log, Gap gap, Instant from, @Nullable CaptureState last) throws SQLException {
        LogPlace now = log.now();
        log.check(now);
        Instant to = DatabaseClock.now(parts.database());
        long ordinal = last == null ? 0 : last.checkpoint().ordinal();
        Checkpoint checkpoint = new Checkpoint(now, ordinal, Map.of());
        String id = "gap-" + from.getEpochSecond() + "-" + to.getEpochSecond();
        return tell(gap, id, new FeedGap(from, to, gap.text()), checkpoint, last);
    }

    /**
     * The feed goes on from the checkpoint. A gap that is told already is not told again.
     *
     * @param transaction of the statement that caused it
     */
    CaptureState goOn(Gap gap, Transaction transaction, Checkpoint checkpoint, CaptureState last) {
        String id = transaction.gtid() + "-" + transaction.time().getEpochSecond() + "-gap";
        if (last.gap() != null && last.gap().id().equals(id)) {
            return last;
        }
        Instant to = transaction.time().plusSeconds(1);
        Instant from = last.toldUntil().isBefore(to) ? last.toldUntil() : to;
        return tell(gap, id, new FeedGap(from, to, gap.text()), checkpoint, last);
    }

    private CaptureState tell(Gap gap, String id, FeedGap data, Checkpoint checkpoint, @Nullable CaptureState last) {
        CaptureState state = new CaptureState(
                checkpoint, data.from(), new ToldGap(id, data, gap.remedy()), resynchronisation(id, data, last));
        publisher.publishToAll(new TicketEvent(id, TicketEventType.FEED_GAP, data.to(), null, null, data));
        publisher.store(StateKey.CAPTURE, state);
        publisher.commit();
        LOG.errorf("changes may be missing from %s to %s: %s. %s", data.from(), data.to(), gap.reason(), gap.remedy());
        parts.gaps().count(gap.kind());
        parts.status().setGap(state.gap());
        return state;
    }

    /** One that is in progress is replaced by one that covers both. */
    private static Resynchronisation resynchronisation(String id, FeedGap data, @Nullable CaptureState last) {
        Resynchronisation open = last == null ? null : last.resynchronisation();
        Instant since = open != null && open.since().isBefore(data.from()) ? open.since() : data.from();
        return new Resynchronisation(id, since, CopyProgress.NONE);
    }
}
