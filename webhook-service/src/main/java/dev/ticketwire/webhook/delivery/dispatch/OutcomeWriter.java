package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.osticket.read.BackOff;
import dev.ticketwire.webhook.delivery.store.Outcome;
import dev.ticketwire.webhook.delivery.store.OutcomeRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.delivery.store.WebhookRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes outcomes in batches, on a thread of its own. While the database is away they stay in memory, and their number
 * bounds how much is sent.
 */
public final class OutcomeWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutcomeWriter.class);
    private static final int MOST = 1_000;
    private static final Duration TICK = Duration.ofMillis(250);

    private final Transactions transactions;
    private final WaitingCounts counts;
    private final DispatchSettings settings;
    private final ReceiverHealth health = new ReceiverHealth();
    private final BlockingQueue<Landed> queue = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("webhook-outcomes").unstarted(this::run);
    private @Nullable Consumer<List<Flight>> written;
    private volatile boolean isStopped;

    /** An outcome, and whose it is. */
    private record Landed(Flight flight, Outcome outcome) {}

    public OutcomeWriter(Transactions transactions, WaitingCounts counts, DispatchSettings settings) {
        this.transactions = transactions;
        this.counts = counts;
        this.settings = settings;
    }

    /** @param toldWritten is told what has been committed */
    void start(Consumer<List<Flight>> toldWritten) {
        written = toldWritten;
        thread.start();
    }

    void add(Flight flight, Outcome outcome) {
        queue.add(new Landed(flight, outcome));
    }

    /** How many outcomes wait to be written. */
    int backlog() {
        return queue.size();
    }

    /** Why outcomes are not written; null if they are. */
    public @Nullable String problem() {
        return thread.isAlive() || isStopped || thread.getState() == Thread.State.NEW
                ? null
                : "outcomes are no longer written: restart the service";
    }

    private void run() {
        Instant healthAt = Instant.now();
        List<Landed> batch = new ArrayList<>();
        try {
            while (!isStopped || !queue.isEmpty()) {
                collect(batch);
                if (!batch.isEmpty()) {
                    write(batch);
                    batch.clear();
                }
                if (!Instant.now().isBefore(healthAt) || isStopped) {
                    transactions.untilDone(this::writeHealth);
                    health.written();
                    healthAt = Instant.now().plus(settings.healthEvery());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void collect(List<Landed> batch) throws InterruptedException {
        Landed first = queue.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            if (queue.size() < MOST && !isStopped) {
                Thread.sleep(settings.writeEvery());
            }
            queue.drainTo(batch, MOST);
        }
    }

    private void write(List<Landed> batch) throws InterruptedException {
        List<Outcome> outcomes = batch.stream().map(Landed::outcome).toList();
        BackOff backOff = Transactions.backOff();
        while (true) {
            try {
                transactions.once(connection -> write(connection, outcomes));
                break;
            } catch (SQLException e) {
                backOff.pause();
            } catch (RuntimeException e) {
                if (batch.size() == 1) {
                    LOG.error("an outcome cannot be written: its delivery is sent again after a restart", e);
                    break;
                }
                for (Landed landed : batch) {
                    write(List.of(landed));
                }
                return;
            }
        }
        for (Outcome outcome : outcomes) {
            if (outcome.isSettled()) {
                counts.add(outcome.delivery().partition(), outcome.delivery().subscription(), -1);
            }
            health.add(outcome);
        }
        Consumer<List<Flight>> told = written;
        if (told != null) {
            told.accept(batch.stream().map(Landed::flight).toList());
        }
    }

    private static boolean write(Connection connection, List<Outcome> outcomes) throws SQLException {
        OutcomeRows.write(connection, outcomes);
        Set<Integer> gone = outcomes.stream()
                .filter(Outcome::isGone)
                .map(outcome -> outcome.delivery().subscription())
                .collect(Collectors.toSet());
        WebhookRows.gone(connection, gone, Instant.now());
        return true;
    }

    private boolean writeHealth(Connection connection) throws SQLException {
        if (!health.changed().isEmpty()) {
            WebhookRows.health(connection, health.changed(), settings.pauseAfter(), Instant.now());
        }
        return true;
    }

    /** Writes what is there, for at most {@code limit}. */
    public void finish(Duration limit) throws InterruptedException {
        isStopped = true;
        thread.join(limit);
    }

    @Override
    public void close() {
        isStopped = true;
        thread.interrupt();
    }
}
