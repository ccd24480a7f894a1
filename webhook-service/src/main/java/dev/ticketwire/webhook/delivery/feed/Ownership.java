package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.webhook.delivery.dispatch.Dispatcher;
import dev.ticketwire.webhook.delivery.dispatch.WaitingCounts;
import dev.ticketwire.webhook.delivery.store.DeliveryRows;
import dev.ticketwire.webhook.delivery.store.PartitionRows;
import dev.ticketwire.webhook.delivery.store.PartitionRows.Stored;
import dev.ticketwire.webhook.delivery.store.PositionRows;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.delivery.store.WebhookRows;
import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscriptions;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * The partitions of this process: a partition that is assigned is opened by writing its owner into the database, from
 * where it also goes on. For the feed's thread.
 */
final class Ownership {
    private static final Logger LOG = Logger.getLogger(Ownership.class);

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final WaitingCounts counts;
    private final Dispatcher dispatcher;
    private final Counter missed;
    private final Map<Integer, OwnedPartition> owned;
    private final Set<Integer> unopened = new TreeSet<>();

    /** @param owned is filled with the open partitions, concurrent */
    Ownership(
            Transactions transactions,
            Subscriptions subscriptions,
            WaitingCounts counts,
            Dispatcher dispatcher,
            Counter missed,
            Map<Integer, OwnedPartition> owned) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.counts = counts;
        this.dispatcher = dispatcher;
        this.missed = missed;
        this.owned = owned;
    }

    Set<Integer> partitions() {
        return new HashSet<>(owned.keySet());
    }

    /** Those that can be read. */
    Set<TopicPartition> open() {
        return owned.keySet().stream().map(Ownership::topic).collect(Collectors.toSet());
    }

    /** @return those of them that are open, in the order of their ids */
    List<OwnedPartition> owned(Collection<Integer> ids) {
        return ids.stream()
                .sorted()
                .map(owned::get)
                .filter(partition -> partition != null)
                .toList();
    }

    private static TopicPartition topic(int partition) {
        return new TopicPartition(Topics.TICKET_EVENTS, partition);
    }

    void assign(Collection<TopicPartition> added) {
        added.forEach(partition -> unopened.add(partition.partition()));
    }

    /** No partition is assigned any more. */
    void forget() {
        unopened.clear();
    }

    /**
     * Opens partitions that have been assigned.
     *
     * @throws SQLException if the database is away: to be called again
     * @throws org.apache.kafka.common.KafkaException likewise Kafka
     */
    void openNew(Consumer<?, ?> consumer) throws SQLException {
        for (int partition : List.copyOf(unopened)) {
            String owner = UUID.randomUUID().toString();
            Optional<Opened> opened = transactions.once(connection -> taken(connection, partition, owner));
            if (opened.isEmpty()) {
                begin(consumer, partition);
            } else {
                open(consumer, opened.get());
            }
        }
    }

    private static Optional<Opened> taken(Connection connection, int partition, String owner) throws SQLException {
        Stored stored = PartitionRows.take(connection, partition, owner);
        return stored == null
                ? Optional.empty()
                : Optional.of(new Opened(stored, DeliveryRows.counts(connection, partition)));
    }

    /** @param waiting number of deliveries by subscription */
    private record Opened(Stored stored, Map<Integer, Integer> waiting) {}

    private void open(Consumer<?, ?> consumer, Opened opened) {
        int partition = opened.stored().partition();
        consumer.seek(topic(partition), opened.stored().next());
        counts.begin(partition, opened.waiting());
        owned.put(partition, new OwnedPartition(opened.stored()));
        dispatcher.begin(partition);
        unopened.remove(partition);
        LOG.debugf(
                "partition %d is this process's, from offset %d",
                partition, opened.stored().next());
    }

    /**
     * Makes the rows that are missing; opened with the next call. At the first start all partitions begin at their ends:
     * what has happened before interests nobody. A partition that was added to the topic later begins with its oldest
     * record, which may have come before this process heard of it.
     */
    private void begin(Consumer<?, ?> consumer, int partition) throws SQLException {
        if (transactions.once(PartitionRows::isFirstStart)) {
            Set<TopicPartition> all = consumer.partitionsFor(Topics.TICKET_EVENTS).stream()
                    .map(one -> topic(one.partition()))
                    .collect(Collectors.toSet());
            begin(consumer.endOffsets(all));
        } else {
            begin(consumer.beginningOffsets(Set.of(topic(partition))));
        }
    }

    private void begin(Map<TopicPartition, Long> offsets) throws SQLException {
        transactions.once(connection -> {
            PartitionRows.begin(connection, offsets);
            return true;
        });
    }

    /**
     * Gives partitions up that were lost to another process, or to an unknown end of a transaction; they are opened
     * again if they are still assigned.
     */
    List<Integer> reopenLost() {
        List<Integer> lost = owned.values().stream()
                .filter(OwnedPartition::isLost)
                .map(OwnedPartition::id)
                .toList();
        if (!lost.isEmpty()) {
            LOG.warnf("partitions %s are read anew: their stored offsets are not the expected ones", lost);
            release(lost, Duration.ZERO);
            unopened.addAll(lost);
        }
        return lost;
    }

    /** The partition's next record is no longer kept, or never was there: it goes on with the oldest one. */
    void reset(Consumer<?, ?> consumer, TopicPartition topic) throws SQLException {
        OwnedPartition partition = owned.get(topic.partition());
        if (partition == null) {
            return;
        }
        Long first = consumer.beginningOffsets(Set.of(topic)).get(topic);
        Long end = consumer.endOffsets(Set.of(topic)).get(topic);
        List<Integer> all = subscriptions.all().stream().map(Subscription::id).toList();
        reset(partition, first == null ? 0 : first, end == null ? 0 : end, all);
        missed.increment(all.size());
        LOG.errorf(
                "partition %d: the topic no longer has offset %d, all subscriptions may have missed events",
                partition.id(), partition.next());
    }

    private void reset(OwnedPartition partition, long first, long end, List<Integer> all) throws SQLException {
        partition.lock().lock();
        try {
            transactions.once(connection -> {
                Stored stored =
                        PartitionRows.lock(connection, List.of(partition.id())).get(partition.id());
                if (partition.stored().equals(stored)) {
                    PartitionRows.advance(connection, List.of(partition.stored(first)));
                    PositionRows.reset(connection, partition.id(), first, end);
                    WebhookRows.missed(connection, all);
                }
                return true;
            });
            partition.lose();
        } finally {
            partition.lock().unlock();
        }
    }

    /**
     * Makes no further deliveries of these partitions, and sends none.
     *
     * @param limit of the wait for those in flight
     */
    void release(Collection<Integer> partitions, Duration limit) {
        unopened.removeAll(partitions);
        List<Integer> released = new ArrayList<>();
        for (OwnedPartition partition : owned(partitions)) {
            partition.lock().lock();
            try {
                partition.lose();
                owned.remove(partition.id());
                released.add(partition.id());
            } finally {
                partition.lock().unlock();
            }
        }
        await(released, limit);
        released.forEach(counts::end);
    }

    private void await(List<Integer> released, Duration limit) {
        if (released.isEmpty()) {
            return;
        }
        try {
            var ended = dispatcher.end(released);
            if (limit.isPositive()) {
                ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            LOG.infof("partitions %s go to another process while deliveries are in flight", released);
        } catch (ExecutionException e) {
            LOG.warn("partitions could not be given up in order", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
