package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.CaptureLog;
import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.event.capture.Checkpoint;
import dev.ticketwire.event.capture.EventAssembler;
import dev.ticketwire.event.feed.LogQueue.Entry;
import dev.ticketwire.event.feed.LogQueue.ReaderEnded;
import dev.ticketwire.event.feed.LogQueue.ReplacedTable;
import dev.ticketwire.event.feed.store.CaptureState;
import dev.ticketwire.event.feed.store.EventPublisher;
import dev.ticketwire.event.feed.store.StateKey;
import dev.ticketwire.event.feed.store.StoredStates;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Captures from a stored place until something fails: log → queue → events → Kafka. Ends without repair, because the
 * stored state is the only truth about what was published: the next run begins there.
 */
final class CaptureRun {
    private static final int MOST_ROWS = 2000;
    /** How often the server is asked for its log's end while windows wait for that. */
    private static final Duration PROOF = Duration.ofMillis(25);

    private static final Duration IDLE_PROOF = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration BUSY = Duration.ofMillis(15);
    private static final Duration LONGEST_UNSAVED = Duration.ofMinutes(1);
    private static final Duration BACKLOG_AGE = Duration.ofSeconds(1);

    private final FeedParts parts;
    private final EventPublisher publisher;
    private final CaptureLog log;
    private final LogQueue queue;
    private final EventAssembler assembler;
    private final ProvenTime proof;
    private final GapTeller gaps;
    private final TicketCopies copies;
    private final Told told;
    private CaptureState state;
    private LogPlace place;
    private long savedNanos = System.nanoTime();

    /** @param stored what was stored when the run began */
    CaptureRun(FeedParts parts, EventPublisher publisher, CaptureLog log, CaptureState state, StoredStates stored)
            throws SQLException {
        this.parts = parts;
        this.publisher = publisher;
        this.log = log;
        this.state = state;
        this.place = state.checkpoint().place();
        this.queue = new LogQueue(parts.settings().queue());
        this.assembler = parts.assemblers().get();
        this.proof = new ProvenTime(log::end);
        this.gaps = new GapTeller(parts, publisher);
        this.copies = new TicketCopies(parts, publisher, log, stored);
        this.told = new Told(state.toldUntil(), DatabaseClock.now(parts.database()));
    }

    /** @param isStopped whether to end in good order: what is captured is published */
    void run(BooleanSupplier isStopped) throws SQLException, InterruptedException, ReaderEnded {
        assembler.resume(state.checkpoint());
        parts.status().setCascades(log.cascades());
        copies.resume(state.resynchronisation());
        try (LogThread reader = LogThread.start(log, place, queue);
                LagWatch watch = LagWatch.start(log, parts.status())) {
            while (!isStopped.getAsBoolean()) {
                step();
            }
            save();
        } finally {
            copies.close();
        }
    }

    private void step() throws SQLException, InterruptedException, ReaderEnded {
        Instant now = Instant.now();
        for (Entry entry : queue.take(MOST_ROWS, patience())) {
            read(entry, now);
        }
        boolean isWaiting = assembler.openWindows() > 0;
        proof.advance(place, isWaiting ? PROOF : IDLE_PROOF);
        close();
        state = copies.advance(state, checkpoint().place());
        commitIfDue();
        report();
    }

    private Duration patience() {
        return assembler.openWindows() > 0 || publisher.waiting() > 0 || copies.isActive() ? BUSY : IDLE;
    }

    private void read(Entry entry, Instant now) throws SQLException {
        place = entry.after();
        Transaction transaction = entry.transaction();
        if (transaction != null) {
            told.read(transaction.time());
            assembler.read(transaction, place, now);
            tellOfReplaced(entry.replaced(), transaction);
        }
    }

    private void tellOfReplaced(List<ReplacedTable> tables, Transaction transaction) throws SQLException {
        List<ReplacedTable> missed =
                tables.stream().filter(ReplacedTable::holdsChanges).toList();
        if (!missed.isEmpty()) {
            close();
            save();
            state = gaps.goOn(Gap.replaced(missed), transaction, checkpoint(), state);
            copies.resume(state.resynchronisation());
        }
    }

    private void close() throws SQLException {
        for (TicketEvent event : assembler.close(proof.proven(), place)) {
            copies.told(event);
            publisher.publish(event);
        }
    }

    /** With no open window, everything before the place is told, also where the log goes on in another file. */
    private Checkpoint checkpoint() {
        Checkpoint told = assembler.checkpoint();
        return assembler.openWindows() == 0 ? new Checkpoint(place, told.ordinal(), told.settled()) : told;
    }

    private void commitIfDue() {
        if (publisher.isOpen() ? isCommitDue() : isSaveDue()) {
            save();
        }
    }

    /** In a backlog a state is large and nobody waits, so more events share a transaction. */
    private boolean isCommitDue() {
        Duration most = told.isInBacklog() ? BACKLOG_AGE : parts.settings().batchAge();
        return queue.isEmpty()
                || publisher.waiting() >= parts.settings().batch()
                || publisher.age().compareTo(most) > 0;
    }

    private boolean isSaveDue() {
        Duration since = Duration.ofNanos(System.nanoTime() - savedNanos);
        boolean hasMoved = !place.equals(state.checkpoint().place());
        return since.compareTo(hasMoved ? parts.settings().saveInterval() : LONGEST_UNSAVED) > 0;
    }

    private void save() {
        state = state.at(checkpoint(), told.until(proof));
        publisher.store(StateKey.CAPTURE, state);
        publisher.commit();
        savedNanos = System.nanoTime();
    }

    private void report() {
        parts.status().setOpenWindows(assembler.openWindows());
        if (queue.isConnected()) {
            parts.status().setWaitingFor(null);
        }
    }

    /** Up to which instant of the database's clock everything is told. */
    private static final class Told {
        /** Longer than a window stays open. */
        private static final Duration MARGIN = Duration.ofSeconds(15);

        private static final Duration BACKLOG = Duration.ofSeconds(5);

        private final Duration offset;
        private Instant until;
        private @Nullable Instant read;

        private Told(Instant until, Instant databaseNow) {
            this.until = until;
            this.offset = Duration.between(Instant.now(), databaseNow);
        }

        private void read(Instant time) {
            read = time;
        }

        private boolean isInBacklog() {
            return read != null && read.isBefore(Instant.now().plus(offset).minus(BACKLOG));
        }

        private Instant until(ProvenTime proof) {
            Instant reached = proof.isAtEnd() ? proof.proven().plus(offset) : read;
            if (reached != null && reached.minus(MARGIN).isAfter(until)) {
                until = reached.minus(MARGIN);
            }
            return until;
        }
    }
}
