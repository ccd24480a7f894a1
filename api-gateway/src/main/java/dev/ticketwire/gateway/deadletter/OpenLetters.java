package dev.ticketwire.gateway.deadletter;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The open dead letters by id, without their commands. Reads each record of the topic once. Not thread-safe. */
final class OpenLetters implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** A larger letter is sent whole all the same. */
    private static final int FETCH_BYTES = 1 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> partitions = new HashSet<>();
    private final Map<String, Letter> open = new HashMap<>();

    private record Letter(TopicPartition partition, long offset, long failedAt) {}

    OpenLetters(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dead-letter-watch");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads on to the topic's end.
     *
     * @return when the open letters failed, milliseconds since 1970: count and minimum
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer in time
     */
    LongSummaryStatistics read() {
        if (partitions.isEmpty()) {
            consumer.partitionsFor(Topics.DEAD_LETTERS, TIMEOUT)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition, TIMEOUT) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(TIMEOUT).forEach(this::update);
        }
        forgetExpired();
        return open.values().stream().mapToLong(Letter::failedAt).summaryStatistics();
    }

    private void update(ConsumerRecord<byte[], byte[]> found) {
        String id = DeadLetter.id(found.headers());
        if (found.value() == null) {
            open.remove(id);
        } else {
            TopicPartition partition = new TopicPartition(found.topic(), found.partition());
            open.put(id, new Letter(partition, found.offset(), found.timestamp()));
        }
    }

    private void forgetExpired() {
        if (!open.isEmpty()) {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, TIMEOUT);
            open.values().removeIf(letter -> letter.offset < begins.getOrDefault(letter.partition, 0L));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
