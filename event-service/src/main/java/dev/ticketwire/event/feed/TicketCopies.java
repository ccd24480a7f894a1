package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.LogSnapshot;
import dev.ticketwire.contract.event.Actor;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.feed.copy.ChangedTickets;
import dev.ticketwire.event.feed.copy.CopyJob;
import dev.ticketwire.event.feed.copy.TicketIds;
import dev.ticketwire.event.feed.copy.TicketReader.TicketsAt;
import dev.ticketwire.event.feed.copy.ToldTickets;
import dev.ticketwire.event.feed.store.CaptureState;
import dev.ticketwire.event.feed.store.CaptureState.Resynchronisation;
import dev.ticketwire.event.feed.store.CopyProgress;
import dev.ticketwire.event.feed.store.EventPublisher;
import dev.ticketwire.event.feed.store.StoredStates;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes existing tickets between the events of the log: the resynchronisation after a gap, and snapshots. */
final class TicketCopies implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TicketCopies.class);

    private final FeedParts parts;
    private final EventPublisher publisher;
    private final CaptureLog log;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("feed-copy").factory());
    private final ToldTickets toldTickets = new ToldTickets();
    private final Snapshots snapshots;
    private @Nullable CopyJob resynchronisation;

    TicketCopies(FeedParts parts, EventPublisher publisher, CaptureLog log, StoredStates stored) {
        this.parts = parts;
        this.publisher = publisher;
        this.log = log;
        this.snapshots = new Snapshots(parts, publisher, stored);
    }

    /** Begins or goes on with a resynchronisation; null for none. */
    void resume(@Nullable Resynchronisation open) {
        if (open != null) {
            LOG.infof("tickets that changed since %s are published as they are", open.since());
            resynchronisation = job(
                    new ChangedTickets(parts.database(), open.since()),
                    parts.settings().resynchronisationRate(),
                    open.progress());
        }
    }

    private CopyJob job(TicketIds ids, int rate, CopyProgress from) {
        return new CopyJob(ids, this::read, background, rate, from);
    }

    private TicketsAt read(Collection<Long> ids) throws SQLException {
        try (LogSnapshot snapshot = log.snapshot()) {
            return new TicketsAt(snapshot.place(), parts.tickets().read(snapshot.connection(), ids));
        }
    }

    boolean isActive() {
        return resynchronisation != null || snapshots.isActive();
    }

    /** An event of the log is published. */
    void told(TicketEvent event) {
        if (isActive()) {
            toldTickets.add(event);
        }
    }

    /**
     * Publishes what is due; does not wait.
     *
     * @param told up to which place all events of the log are published
     * @return the state, with the progress
     */
    CaptureState advance(CaptureState state, LogPlace told) throws SQLException {
        snapshots.advance(told, toldTickets, this::job);
        CaptureState now = resynchronise(state, told);
        if (!isActive()) {
            toldTickets.clear();
        }
        return now;
    }

    private CaptureState resynchronise(CaptureState state, LogPlace told) throws SQLException {
        CopyJob job = resynchronisation;
        Resynchronisation open = state.resynchronisation();
        if (job == null || open == null) {
            return state;
        }
        for (TicketState ticket : job.advance(told, toldTickets)) {
            publisher.publish(event(TicketEventType.RESYNCHRONISED, "resynchronised-" + open.id(), ticket));
        }
        parts.status().setResynchronisation(job.progress());
        if (job.isDone()) {
            LOG.infof("%d tickets were published as they are", job.progress().published());
            parts.status().setResynchronisation(null);
            resynchronisation = null;
            return state.with(null);
        }
        return state.with(new Resynchronisation(open.id(), open.since(), job.progress()));
    }

    /** @param occasion with the ticket's id it is the event's id */
    static TicketEvent event(TicketEventType type, String occasion, TicketState ticket) {
        return new TicketEvent(
                occasion + "-" + ticket.id(),
                type,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                ticket.number(),
                null,
                new TicketChange(ticket, Actor.SYSTEM, null, null, null));
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
