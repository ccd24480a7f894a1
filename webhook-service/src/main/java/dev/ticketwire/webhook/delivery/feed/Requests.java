package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.dispatch.Dispatcher;
import dev.ticketwire.webhook.delivery.dispatch.WaitingCounts;
import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.delivery.store.DeliveryRows;
import dev.ticketwire.webhook.delivery.store.RequestRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks for deliveries that somebody wants again, or not at all, in the partitions of this process. */
final class Requests implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Requests.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration AWAY = Duration.ofSeconds(3);
    /** Of one subscription and partition at a time. */
    private static final int MOST = 20;

    private final Transactions transactions;
    private final WaitingCounts counts;
    private final Dispatcher dispatcher;
    private final Supplier<Set<Integer>> partitions;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("webhook-requests").unstarted(this::run);

    /** @param partitions of this process */
    Requests(
            Transactions transactions, WaitingCounts counts, Dispatcher dispatcher, Supplier<Set<Integer>> partitions) {
        this.transactions = transactions;
        this.counts = counts;
        this.dispatcher = dispatcher;
        this.partitions = partitions;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(tryToLook() ? EVERY : AWAY);
            }
        } catch (InterruptedException e) {
            LOG.trace("the end", e);
        }
    }

    private boolean tryToLook() throws InterruptedException {
        try {
            Set<Integer> ours = partitions.get();
            discard(ours);
            take(ours);
            return true;
        } catch (SQLException | TimeoutException e) {
            LOG.debugf("requests wait: %s", e.getMessage());
        } catch (ExecutionException | RuntimeException e) {
            LOG.error("requests wait", e);
        }
        return false;
    }

    private void discard(Set<Integer> ours)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        List<Delivery> unwanted = transactions.once(connection -> RequestRows.discarding(connection, ours));
        if (unwanted.isEmpty()) {
            return;
        }
        List<Delivery> unsent = dispatcher.discard(unwanted).get(AWAY.toMillis(), TimeUnit.MILLISECONDS);
        transactions.once(connection -> {
            RequestRows.discard(connection, unsent, Instant.now());
            return true;
        });
        unsent.forEach(delivery -> counts.add(delivery.partition(), delivery.subscription(), -1));
    }

    private void take(Set<Integer> ours)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        List<Integer> wanted = transactions.once(connection -> RequestRows.subscriptions(connection, ours));
        if (wanted.isEmpty()) {
            return;
        }
        for (int subscription : dispatcher.withRoom(wanted).get(AWAY.toMillis(), TimeUnit.MILLISECONDS)) {
            List<Delivery> taken =
                    transactions.once(connection -> RequestRows.take(connection, ours, subscription, MOST));
            count(taken, subscription);
            dispatcher.requested(taken);
        }
    }

    /** Some may have been counted before: not all of them were settled. */
    private void count(List<Delivery> taken, int subscription) throws SQLException {
        Set<Integer> changed = taken.stream().map(Delivery::partition).collect(Collectors.toSet());
        for (int partition : changed) {
            counts.set(
                    partition,
                    subscription,
                    transactions.once(connection -> DeliveryRows.count(connection, partition, subscription)));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
