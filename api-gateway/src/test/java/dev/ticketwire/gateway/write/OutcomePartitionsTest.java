package dev.ticketwire.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutcomePartitionsTest {
    private static final TopicPartition FIRST = new TopicPartition("outcomes", 3);
    private static final TopicPartition SECOND = new TopicPartition("outcomes", 7);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private final OutcomePartitions partitions = new OutcomePartitions();

    OutcomePartitionsTest() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.updateEndOffsets(Map.of(FIRST, 100L, SECOND, 200L));
        partitions.onPartitionsAssigned(consumer, List.of(FIRST));
        consumer.seek(FIRST, 40);
    }

    @Test
    void aRebalanceThatMovesNothingSkipsNoOutcome() {
        int epoch = partitions.assignment().epoch();

        partitions.onPartitionsAssigned(consumer, List.of());
        partitions.onPartitionsRevoked(consumer, List.of());

        assertThat(consumer.position(FIRST)).isEqualTo(40);
        assertThat(partitions.assignment().epoch()).isEqualTo(epoch);
    }

    @Test
    void anotherPartitionIsReadFromItsEndAndTheFirstGoesOn() {
        partitions.onPartitionsAssigned(consumer, List.of(SECOND));

        assertThat(Stream.of(FIRST, SECOND).map(consumer::position)).containsExactly(40L, 200L);
        assertThat(partitions.assignment().partitions()).containsExactly(3, 7);
    }

    @Test
    void withoutAPartitionNoOutcomeIsAwaited() {
        partitions.onPartitionsRevoked(consumer, List.of(FIRST));

        assertThat(partitions.isAssigned()).isFalse();
        assertThat(partitions.assignment().replyPartition()).isEqualTo(-1);
    }
}
