package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.event.feed.copy.CopyJob;
import dev.ticketwire.event.feed.copy.SelectedTickets;
import dev.ticketwire.event.feed.copy.TicketIds;
import dev.ticketwire.event.feed.copy.ToldTickets;
import dev.ticketwire.event.feed.store.CopyProgress;
import dev.ticketwire.event.feed.store.EventPublisher;
import dev.ticketwire.event.feed.store.SnapshotRequest;
import dev.ticketwire.event.feed.store.SnapshotState;
import dev.ticketwire.event.feed.store.SnapshotState.State;
import dev.ticketwire.event.feed.store.StateKey;
import dev.ticketwire.event.feed.store.StoredStates;
import dev.ticketwire.event.feed.store.UnreadableStateException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out requests for snapshots, one at a time; its progress is stored with the events. */
final class Snapshots {
    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final FeedParts parts;
    private final EventPublisher publisher;
    private @Nullable SnapshotState state;
    private @Nullable CopyJob job;

    /** Makes the job that publishes tickets. */
    @FunctionalInterface
    interface Jobs {
        CopyJob job(TicketIds ids, int rate, CopyProgress from);
    }

    Snapshots(FeedParts parts, EventPublisher publisher, StoredStates stored) {
        this.parts = parts;
        this.publisher = publisher;
        this.state = readable(stored::snapshot).orElse(null);
    }

    private static <T> Optional<T> readable(Supplier<Optional<T>> state) {
        try {
            return state.get();
        } catch (UnreadableStateException e) {
            LOG.debugf("the state of the snapshot is ignored: %s", e.getMessage());
            return Optional.empty();
        }
    }

    boolean isActive() {
        return state != null && state.isRunning();
    }

    /** See {@link CopyJob#advance}. */
    void advance(LogPlace told, ToldTickets events, Jobs jobs) throws SQLException {
        SnapshotRequest request =
                readable(() -> parts.states().latest().request()).orElse(null);
        if (request != null && (state == null || !request.id().equals(state.handled()))) {
            handle(request);
        }
        SnapshotState running = state;
        if (running == null || !running.isRunning()) {
            return;
        }
        CopyJob open = job == null ? start(running, jobs) : job;
        job = open;
        publish(running, open, told, events);
    }

    private void handle(SnapshotRequest request) {
        SnapshotState last = state;
        if (request.cancels()) {
            if (last != null) {
                store(
                        last.isRunning()
                                ? last.ended(State.CANCELLED, Instant.now()).handled(request.id())
                                : last.handled(request.id()));
            }
        } else if (last != null && last.isRunning()) {
            store(last.handled(request.id()));
        } else {
            LOG.infof("snapshot %s of tickets %s begins", request.id(), request.filter());
            store(new SnapshotState(request.id(), request, State.RUNNING, CopyProgress.NONE, Instant.now(), null));
        }
    }

    private CopyJob start(SnapshotState running, Jobs jobs) {
        SnapshotRequest request = running.request();
        return jobs.job(
                new SelectedTickets(parts.database(), request.filter(), parts.reference()),
                request.rate(),
                running.progress());
    }

    private void publish(SnapshotState running, CopyJob open, LogPlace told, ToldTickets events) throws SQLException {
        try {
            List<TicketState> tickets = open.advance(told, events);
            tickets.forEach(ticket -> publisher.publish(TicketCopies.event(
                    TicketEventType.SNAPSHOT, "snapshot-" + running.request().id(), ticket)));
            if (open.isDone()) {
                LOG.infof(
                        "snapshot %s is done: %d tickets",
                        running.request().id(), open.progress().published());
                store(running.ended(State.DONE, Instant.now()));
            } else if (!open.progress().equals(running.progress())) {
                store(running.with(open.progress()));
            }
        } catch (Refused e) {
            LOG.errorf("snapshot %s cannot go on: %s", running.request().id(), e.getMessage());
            store(running.ended(State.FAILED, Instant.now()));
        }
    }

    /** Visible with the events of the same transaction. */
    private void store(SnapshotState now) {
        publisher.store(StateKey.SNAPSHOT, now);
        state = now;
        if (!now.isRunning()) {
            job = null;
        }
        parts.status().setSnapshot(now.isRunning() ? now.progress() : null);
    }
}
