package dev.ticketwire.gateway.write;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The partitions of the outcomes topic that this gateway reads, from their end: a command names one of them. A position
 * is settled before a partition may be named, so that no outcome that someone waits for comes before it.
 */
@ApplicationScoped
@Default
@Identifier("gateway.outcomes")
public class OutcomePartitions implements KafkaConsumerRebalanceListener {
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(OutcomePartitions.class);

    private volatile Held held = new Held(new int[0], 0);

    /**
     * @param partitions none: no outcome can be heard of right now
     * @param epoch counts the changes; what was sent in an earlier one may have missed its outcome
     */
    record Held(int[] partitions, int epoch) {
        /** Always the same one, so that outcomes travel together; -1 if there is none. */
        int one() {
            return partitions.length == 0 ? -1 : partitions[0];
        }
    }

    Held held() {
        return held;
    }

    /** Whether outcomes can be heard of. */
    public boolean isAssigned() {
        return held.partitions.length > 0;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.seekToEnd(partitions);
        try {
            partitions.forEach(partition -> consumer.position(partition, SETTLE));
        } catch (KafkaException e) {
            // What is missed until the position is settled is found in the inbox.
            LOG.warnf("the outcomes' end cannot be told yet: %s", e.getMessage());
        }
        Set<Integer> now = now();
        partitions.forEach(partition -> now.add(partition.partition()));
        change(now);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Set<Integer> now = now();
        partitions.forEach(partition -> now.remove(partition.partition()));
        change(now);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }

    private Set<Integer> now() {
        return java.util.Arrays.stream(held.partitions).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private void change(Set<Integer> partitions) {
        held = new Held(partitions.stream().mapToInt(Integer::intValue).toArray(), held.epoch + 1);
    }
}
