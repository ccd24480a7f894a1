package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.ClaimRows;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.Outcome;
import dev.ticketwire.mail.queue.store.OutcomeRows;
import dev.ticketwire.osticket.read.BackOff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes outcomes in batches, on a thread of its own. While the database is away they stay in memory: their number is
 * bounded by that of the mails in hand.
 */
final class OutcomeWriter {
    private static final Logger LOG = Logger.getLogger(OutcomeWriter.class);
    private static final int MOST = 500;
    private static final Duration TICK = Duration.ofMillis(250);
    /** Gathers a batch. */
    private static final Duration LINGER = Duration.ofMillis(10);

    private final Database database;
    private final Limits limits;
    private final String process;
    private final Consumer<List<Flight>> written;
    private final BlockingQueue<Ended> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean isFinishing;

    /** @param outcome null if it was not tried, and is given back */
    private record Ended(Flight flight, @Nullable Outcome outcome) {}

    /** @param written is told what has been committed */
    OutcomeWriter(Database database, Limits limits, String process, Consumer<List<Flight>> written) {
        this.database = database;
        this.limits = limits;
        this.process = process;
        this.written = written;
        this.thread = Thread.ofPlatform().daemon().name("mail-outcomes").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(Flight flight, Outcome outcome) {
        queue.add(new Ended(flight, outcome));
    }

    void giveBack(List<Flight> flights) {
        flights.forEach(flight -> queue.add(new Ended(flight, null)));
    }

    /** Why outcomes are not written; null if they are. */
    @Nullable
    String problem() {
        return thread.isAlive() || isFinishing || thread.getState() == Thread.State.NEW
                ? null
                : "outcomes are no longer written: restart the service";
    }

    private void run() {
        List<Ended> batch = new ArrayList<>();
        try {
            while (!isFinishing || !queue.isEmpty()) {
                Ended first = queue.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    if (queue.size() < MOST && !isFinishing) {
                        Thread.sleep(LINGER);
                    }
                    queue.drainTo(batch, MOST);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Ended> batch) throws InterruptedException {
        BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(2));
        while (true) {
            try {
                database.transaction(connection -> write(connection, batch));
                written.accept(batch.stream().map(Ended::flight).toList());
                return;
            } catch (SQLException e) {
                backOff.pause();
            } catch (RuntimeException e) {
                writeSingly(batch, e);
                return;
            }
        }
    }

    private void writeSingly(List<Ended> batch, RuntimeException failure) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.error("the outcome of a mail cannot be written: it may be sent again", failure);
            written.accept(List.of(batch.getFirst().flight()));
            return;
        }
        for (Ended one : batch) {
            write(List.of(one));
        }
    }

    private boolean write(Connection connection, List<Ended> batch) throws SQLException {
        List<Outcome> outcomes =
                batch.stream().map(Ended::outcome).filter(Objects::nonNull).toList();
        OutcomeRows.write(connection, process, outcomes);
        List<Long> back = batch.stream()
                .filter(ended -> ended.outcome() == null)
                .map(ended -> ended.flight().id())
                .toList();
        ClaimRows.release(connection, process, back);
        limits.takeBack(
                connection,
                batch.stream()
                        .filter(ended ->
                                ended.outcome() == null || ended.outcome().state() != Outcome.State.SENT)
                        .map(Ended::flight)
                        .toList());
        return true;
    }

    /** Writes what is there, for at most {@code limit}. */
    void finish(Duration limit) throws InterruptedException {
        isFinishing = true;
        thread.join(limit);
    }

    void kill() {
        isFinishing = true;
        thread.interrupt();
    }
}
