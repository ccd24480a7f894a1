package dev.ticketwire.webhook.delivery;

import dev.ticketwire.webhook.delivery.store.OldRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Deletes old attempts and settled deliveries, and what deleted subscriptions have left. Only the replica that has the
 * first partition does it.
 */
final class Cleaning implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Cleaning.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Transactions transactions;
    private final EngineSettings settings;
    private final Supplier<Set<Integer>> partitions;
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-cleaning").factory());

    Cleaning(Transactions transactions, EngineSettings settings, Supplier<Set<Integer>> partitions) {
        this.transactions = transactions;
        this.settings = settings;
        this.partitions = partitions;
    }

    void start() {
        long every = settings.cleanEvery().toMillis();
        cleaner.scheduleWithFixedDelay(this::tryToClean, every, every, TimeUnit.MILLISECONDS);
    }

    /** A failure is harmless: the next run deletes the remaining rows. */
    private void tryToClean() {
        try {
            if (partitions.get().contains(0)) {
                clean();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("old deliveries could not be deleted, trying again later: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clean() throws SQLException, InterruptedException {
        Instant before = Instant.now().minus(settings.keep());
        while (transactions.once(connection -> OldRows.deleteBefore(connection, before))) {
            Thread.sleep(PAUSE);
        }
        for (int orphan : transactions.once(OldRows::orphans)) {
            while (transactions.once(connection -> OldRows.deleteOrphan(connection, orphan))) {
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        cleaner.shutdownNow();
    }
}
