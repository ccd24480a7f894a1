package dev.ticketwire.event.feed.copy;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.feed.copy.TicketReader.TicketsAt;
import dev.ticketwire.event.feed.store.CopyProgress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Publishes tickets as they are, batch by batch, between the events of the log. A batch is read beside the capture. It
 * is published once all events of the log before its place are, so it never overtakes them; and a ticket of which a
 * later event was published meanwhile is read again, so it never falls behind them either. For one thread.
 */
public final class CopyJob {
    /** Rounds for tickets that change while they are read; their own events tell their state too. */
    private static final int MOST_ROUNDS = 5;

    private static final int LARGEST_BATCH = 500;

    private final TicketIds ids;
    private final TicketReader reader;
    private final Executor background;
    private final int rate;
    private CopyProgress progress;
    private int rounds;
    private long nextNanos = System.nanoTime();
    private @Nullable CompletableFuture<Batch> reading;
    private boolean isDone;

    /**
     * @param ids the next tickets, read on {@code background}
     * @param background one thread
     * @param rate tickets per second
     * @param from where to go on
     */
    public CopyJob(TicketIds ids, TicketReader reader, Executor background, int rate, CopyProgress from) {
        this.ids = ids;
        this.reader = reader;
        this.background = background;
        this.rate = rate;
        this.progress = from;
    }

    /**
     * @param ids that were asked for
     * @param isRepeat whether they are those that changed meanwhile
     */
    private record Batch(
            List<Long> ids, boolean isRepeat, @Nullable TicketsAt found) {}

    public CopyProgress progress() {
        return progress;
    }

    /** Whether every ticket is published. */
    public boolean isDone() {
        return isDone;
    }

    /**
     * Goes on, without waiting.
     *
     * @param told up to which place all events of the log are published, or in the open transaction
     * @param events the newest events of tickets
     * @return tickets to be published now, with the {@link #progress} that is then true; empty if none is due
     * @throws SQLException if reading failed; the job is of no more use
     */
    public List<TicketState> advance(LogPlace told, ToldTickets events) throws SQLException {
        if (reading == null && !isDone && System.nanoTime() - nextNanos >= 0) {
            CopyProgress from = progress;
            reading = CompletableFuture.supplyAsync(() -> read(from), background);
        }
        if (reading == null || !reading.isDone()) {
            return List.of();
        }
        Batch batch = finished(reading);
        if (batch.found == null) {
            isDone = true;
            reading = null;
            return List.of();
        }
        if (!told.transactions().covers(batch.found.place().transactions())) {
            return List.of();
        }
        reading = null;
        return settle(batch, batch.found, events);
    }

    private List<TicketState> settle(Batch batch, TicketsAt found, ToldTickets events) {
        List<TicketState> current = new ArrayList<>();
        List<Long> again = new ArrayList<>(batch.isRepeat ? List.of() : progress.again());
        for (long id : batch.ids) {
            TicketState ticket = found.tickets().get(id);
            if (ticket != null && events.isToldBehind(id, found.place())) {
                again.add(id);
            } else if (ticket != null) {
                current.add(ticket);
            }
        }
        if (batch.isRepeat && ++rounds >= MOST_ROUNDS) {
            again.clear();
        }
        events.forgetBefore(found.place());
        long after = batch.isRepeat ? progress.after() : batch.ids.getLast();
        progress = new CopyProgress(after, progress.published() + current.size(), List.copyOf(again));
        nextNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) * batch.ids.size() / rate;
        return current;
    }

    private Batch read(CopyProgress from) {
        try {
            List<Long> next = ids.next(from.after(), Math.clamp(rate / 2, 1, LARGEST_BATCH));
            boolean isRepeat = next.isEmpty();
            List<Long> asked = isRepeat ? from.again() : next;
            return new Batch(asked, isRepeat, asked.isEmpty() ? null : reader.read(asked));
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static Batch finished(CompletableFuture<Batch> reading) throws SQLException {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
