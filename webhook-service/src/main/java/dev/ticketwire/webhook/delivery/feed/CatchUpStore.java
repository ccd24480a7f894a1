package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.dispatch.Dispatcher;
import dev.ticketwire.webhook.delivery.dispatch.WaitingCounts;
import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.event.EventReader.Chunk;
import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.delivery.store.DeliveryRows;
import dev.ticketwire.webhook.delivery.store.PartitionRows;
import dev.ticketwire.webhook.delivery.store.PositionRows;
import dev.ticketwire.webhook.delivery.store.PositionRows.Position;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.delivery.store.WebhookRows;
import dev.ticketwire.webhook.subscription.Subscriptions;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Writes what subscriptions that are behind are told. For one thread. */
final class CatchUpStore {
    private static final Logger LOG = Logger.getLogger(CatchUpStore.class);

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final FeedSettings settings;
    private final WaitingCounts counts;
    private final Dispatcher dispatcher;
    private final Counter missed;
    private Audience audience;

    CatchUpStore(
            Transactions transactions,
            Subscriptions subscriptions,
            FeedSettings settings,
            WaitingCounts counts,
            Dispatcher dispatcher,
            Counter missed) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.counts = counts;
        this.dispatcher = dispatcher;
        this.missed = missed;
        this.audience = Audience.of(subscriptions);
    }

    /** Statements of one transaction on a partition. */
    @FunctionalInterface
    private interface Step<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Subscriptions that can go on now. Those that have nothing to read have caught up.
     *
     * @return their next offsets
     */
    Map<Integer, Long> behind(OwnedPartition partition) throws SQLException {
        ReentrantLock lock = partition.lock();
        lock.lock();
        try {
            if (!audience.isOf(subscriptions)) {
                audience = Audience.of(subscriptions);
            }
            if (partition.isOutdated(audience.version())) {
                transactions.once(connection -> {
                    FeedStore.readPositions(connection, partition, audience);
                    return true;
                });
            }
            Map<Integer, Long> behind = new HashMap<>(partition.positions());
            behind.keySet().removeIf(id -> !audience.isActive(id) || counts.of(partition.id(), id) > roomFrom());
            behind.values().removeIf(position -> position > partition.next());
            finish(partition, behind);
            return behind;
        } finally {
            lock.unlock();
        }
    }

    private int roomFrom() {
        return settings.waiting() / 2;
    }

    private void finish(OwnedPartition partition, Map<Integer, Long> behind) throws SQLException {
        List<Integer> done = behind.entrySet().stream()
                .filter(entry -> entry.getValue() == partition.next())
                .map(Map.Entry::getKey)
                .toList();
        if (done.isEmpty()) {
            return;
        }
        boolean isOurs = ifOurs(partition, connection -> {
            PositionRows.delete(connection, partition.id(), done);
            return true;
        });
        if (isOurs) {
            done.forEach(partition.positions()::remove);
        }
        done.forEach(behind::remove);
    }

    private boolean ifOurs(OwnedPartition partition, Step<Boolean> step) throws SQLException {
        if (partition.isLost()) {
            return false;
        }
        boolean isOurs = transactions.once(connection -> {
            boolean isSame = partition
                    .stored()
                    .equals(PartitionRows.lock(connection, List.of(partition.id()))
                            .get(partition.id()));
            return isSame && step.on(connection);
        });
        if (!isOurs) {
            partition.lose();
        }
        return isOurs;
    }

    /** @param positions of the subscriptions that are told the events of the piece */
    void write(OwnedPartition partition, Map<Integer, Long> positions, Chunk chunk) throws SQLException {
        ReentrantLock lock = partition.lock();
        lock.lock();
        try {
            CatchUpPlan plan = new CatchUpPlan(
                    partition, positions, chunk.next(), settings.waiting(), id -> counts.of(partition.id(), id));
            for (Event event : chunk.events()) {
                plan.add(event, audience.of(event));
            }
            write(partition, plan);
        } finally {
            lock.unlock();
        }
    }

    private void write(OwnedPartition partition, CatchUpPlan plan) throws SQLException {
        List<Delivery> inserted = new ArrayList<>();
        boolean isOurs = ifOurs(partition, connection -> {
            inserted.clear();
            inserted.addAll(DeliveryRows.insert(connection, plan.deliveries(), Instant.now()));
            PositionRows.delete(connection, partition.id(), plan.caughtUp());
            PositionRows.put(connection, plan.behind());
            return true;
        });
        if (isOurs) {
            plan.done();
            inserted.forEach(delivery -> counts.add(delivery.partition(), delivery.subscription(), 1));
            dispatcher.added(inserted);
        }
    }

    /** The topic no longer has what some were to be told. */
    void missed(OwnedPartition partition, Map<Integer, Long> behind, long beginning) throws SQLException {
        List<Position> late = behind.entrySet().stream()
                .filter(entry -> entry.getValue() < beginning)
                .map(entry -> new Position(entry.getKey(), partition.id(), beginning))
                .toList();
        ReentrantLock lock = partition.lock();
        lock.lock();
        try {
            boolean isOurs = ifOurs(partition, connection -> {
                PositionRows.put(connection, late);
                WebhookRows.missed(
                        connection, late.stream().map(Position::subscription).toList());
                return true;
            });
            if (isOurs) {
                late.forEach(position -> partition.positions().put(position.subscription(), position.next()));
                missed.increment(late.size());
                LOG.warnf(
                        "partition %d: %d subscriptions missed events that the topic no longer keeps",
                        partition.id(), late.size());
            }
        } finally {
            lock.unlock();
        }
    }
}
