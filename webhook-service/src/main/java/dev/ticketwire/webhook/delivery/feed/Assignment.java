package dev.ticketwire.webhook.delivery.feed;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Passes on which partitions the group assigns to this process. */
final class Assignment implements ConsumerRebalanceListener {
    private final Consumer<?, ?> consumer;
    private final Ownership ownership;
    private final Release release;

    /** Gives partitions up. */
    @FunctionalInterface
    interface Release {
        /** @param isOrderly whether no other process has them yet */
        void release(Set<Integer> partitions, boolean isOrderly);
    }

    Assignment(Consumer<?, ?> consumer, Ownership ownership, Release release) {
        this.consumer = consumer;
        this.ownership = ownership;
        this.release = release;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        consumer.pause(added);
        // Some position, without which the consumer would look for one; the real one is in the database.
        added.forEach(partition -> consumer.seek(partition, 0));
        ownership.assign(added);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> removed) {
        release.release(ids(removed), true);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> removed) {
        release.release(ids(removed), false);
    }

    private static Set<Integer> ids(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
