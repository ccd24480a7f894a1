package dev.ticketwire.gateway.write;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The partitions of the outcomes topic that are assigned to this gateway. It reads them from their end; each command
 * names one of them. The read position is fixed before a partition is named, so that no awaited outcome precedes it.
 */
@ApplicationScoped
@Default
@Identifier("gateway.outcomes")
public class OutcomePartitions implements KafkaConsumerRebalanceListener {
    private static final Duration POSITION_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(OutcomePartitions.class);

    private volatile Assignment assignment = new Assignment(new int[0], 0);

    /**
     * @param partitions empty while no outcome can be received
     * @param epoch counts the changes; the outcome of a command of an earlier epoch may have been missed
     */
    record Assignment(int[] partitions, int epoch) {
        /** The partition for outcomes: always the same one, so that they share a batch; -1 if there is none. */
        int replyPartition() {
            return partitions.length == 0 ? -1 : partitions[0];
        }
    }

    Assignment assignment() {
        return assignment;
    }

    /** Whether outcomes can be received. */
    public boolean isAssigned() {
        return assignment.partitions.length > 0;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            // A rebalance that moves nothing here. Kafka would take no partition for all of them, and skip outcomes.
            return;
        }
        consumer.seekToEnd(partitions);
        try {
            partitions.forEach(partition -> consumer.position(partition, POSITION_TIMEOUT));
        } catch (KafkaException e) {
            // Outcomes that are missed until then are looked up at the query service.
            LOG.warnf("the end of the outcomes topic is not known yet: %s", e.getMessage());
        }
        Set<Integer> ids = partitionIds();
        partitions.forEach(partition -> ids.add(partition.partition()));
        assign(ids);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Set<Integer> ids = partitionIds();
        partitions.forEach(partition -> ids.remove(partition.partition()));
        assign(ids);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }

    private Set<Integer> partitionIds() {
        return Arrays.stream(assignment.partitions).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private void assign(Set<Integer> partitions) {
        assignment =
                new Assignment(partitions.stream().mapToInt(Integer::intValue).toArray(), assignment.epoch + 1);
    }
}
