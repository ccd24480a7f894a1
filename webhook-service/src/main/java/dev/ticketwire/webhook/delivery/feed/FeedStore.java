package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.dispatch.Dispatcher;
import dev.ticketwire.webhook.delivery.dispatch.WaitingCounts;
import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.event.Events;
import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.delivery.store.DeliveryRows;
import dev.ticketwire.webhook.delivery.store.NewDelivery;
import dev.ticketwire.webhook.delivery.store.PartitionRows;
import dev.ticketwire.webhook.delivery.store.PartitionRows.Stored;
import dev.ticketwire.webhook.delivery.store.PositionRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.subscription.Subscriptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes the next events of partitions as deliveries, in one transaction. A partition whose stored offset is not the
 * expected one belongs to somebody else by now, or the end of an earlier transaction was not heard of: it is lost.
 */
final class FeedStore {
    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final FeedSettings settings;
    private final WaitingCounts counts;
    private final Events events;
    private final Dispatcher dispatcher;
    private Audience audience;

    FeedStore(
            Transactions transactions,
            Subscriptions subscriptions,
            FeedSettings settings,
            WaitingCounts counts,
            Events events,
            Dispatcher dispatcher) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.counts = counts;
        this.events = events;
        this.dispatcher = dispatcher;
        this.audience = Audience.of(subscriptions);
    }

    /** Whether the subscriptions are known: before, no event may become deliveries. */
    boolean isReady() {
        return audience().isKnown();
    }

    private Audience audience() {
        if (!audience.isOf(subscriptions)) {
            audience = Audience.of(subscriptions);
        }
        return audience;
    }

    /** What a transaction did. */
    private record Done(List<Plan> plans, List<Delivery> deliveries) {}

    /**
     * Writes as many of the events as one transaction may have, and drops them from the batch.
     *
     * @param partitions in the order of their ids, locked; those that are lost are marked
     */
    void write(Collection<OwnedPartition> partitions, FeedBatch batch) throws SQLException {
        Audience told = audience();
        Done done = transactions.once(connection -> write(connection, partitions, batch, told));
        done.plans().forEach(Plan::done);
        done.plans().forEach(plan -> batch.dropBefore(plan.partition().id(), plan.next()));
        tell(done.deliveries(), done.plans());
    }

    private Done write(Connection connection, Collection<OwnedPartition> partitions, FeedBatch batch, Audience told)
            throws SQLException {
        Map<Integer, Stored> stored = PartitionRows.lock(
                connection, partitions.stream().map(OwnedPartition::id).toList());
        List<Plan> plans = new ArrayList<>();
        int room = settings.batch();
        for (OwnedPartition partition : partitions) {
            if (!partition.stored().equals(stored.get(partition.id()))) {
                partition.lose();
            } else if (room > 0) {
                readPositions(connection, partition, told);
                Plan plan = plan(partition, batch, told, room);
                room -= plan.deliveries().size();
                plans.add(plan);
            }
        }
        return new Done(plans, write(connection, plans));
    }

    static void readPositions(Connection connection, OwnedPartition partition, Audience told) throws SQLException {
        if (partition.isOutdated(told.version())) {
            partition.setPositions(PositionRows.of(connection, partition.id()), told.version());
        }
    }

    private Plan plan(OwnedPartition partition, FeedBatch batch, Audience told, int room) {
        Plan plan = new Plan(partition, told, settings.waiting(), id -> counts.of(partition.id(), id));
        for (Event event : batch.of(partition.id())) {
            if (plan.deliveries().size() >= room) {
                break;
            }
            plan.add(event);
        }
        return plan;
    }

    private static List<Delivery> write(Connection connection, List<Plan> plans) throws SQLException {
        List<NewDelivery> rows =
                plans.stream().flatMap(plan -> plan.deliveries().stream()).toList();
        List<Delivery> deliveries = DeliveryRows.insert(connection, rows, Instant.now());
        List<Stored> next = new ArrayList<>();
        List<PositionRows.Position> stopped = new ArrayList<>();
        for (Plan plan : plans) {
            PositionRows.delete(connection, plan.partition().id(), plan.caughtUp());
            stopped.addAll(plan.stopped());
            next.add(plan.partition().stored(plan.next()));
        }
        PositionRows.put(connection, stopped);
        PartitionRows.advance(connection, next);
        return deliveries;
    }

    private void tell(List<Delivery> deliveries, List<Plan> plans) {
        plans.stream()
                .flatMap(plan -> plan.deliveries().stream())
                .map(NewDelivery::event)
                .distinct()
                .forEach(events::remember);
        deliveries.forEach(delivery -> counts.add(delivery.partition(), delivery.subscription(), 1));
        dispatcher.added(deliveries);
    }
}
