package dev.ticketwire.gateway.backlog;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the positions that the command service has committed with the ends of the topic. It names the command
 * service's group to read its positions, but never joins it and commits nothing. Not thread-safe.
 */
final class CommandBacklogReader implements AutoCloseable {
    /** As in the command service's settings. */
    static final String GROUP = "ticket-command-service.apply";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RECORD_TIMEOUT = Duration.ofSeconds(2);
    /** A larger record is sent whole all the same. */
    private static final int FETCH_BYTES = 64 << 10;

    private final Consumer<byte[], byte[]> consumer;
    /** Per partition the command that was the first unapplied one: a stuck one is read only once. */
    private final Map<TopicPartition, First> firsts = new HashMap<>();

    private record First(long position, Instant acceptedAt) {}

    CommandBacklogReader(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "command-backlog");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws org.apache.kafka.common.KafkaException if the broker does not answer in time */
    CommandBacklog read() {
        Set<TopicPartition> partitions = partitions();
        // Else the client warns of each partition whose end it is asked for.
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, TIMEOUT);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, TIMEOUT);
        // Last, so that a command is not counted as applied before it is counted as accepted.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
        CommandBacklog all = CommandBacklog.NONE;
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            OffsetAndMetadata position = committed.get(partition);
            long next = position == null ? begin : Math.max(begin, position.offset());
            long waiting = ends.getOrDefault(partition, next) - next;
            if (waiting > 0) {
                all = all.with(waiting, ageSeconds(acceptedAt(partition, next)));
            }
        }
        return all;
    }

    private static double ageSeconds(@Nullable Instant acceptedAt) {
        return acceptedAt == null ? 0 : Math.max(0, System.currentTimeMillis() - acceptedAt.toEpochMilli()) / 1000.0;
    }

    private Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        consumer.partitionsFor(Topics.COMMANDS, TIMEOUT)
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        return partitions;
    }

    private @Nullable Instant acceptedAt(TopicPartition partition, long position) {
        First known = firsts.get(partition);
        if (known != null && known.position == position) {
            return known.acceptedAt;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, position);
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(RECORD_TIMEOUT)) {
            First first = new First(position, Instant.ofEpochMilli(found.timestamp()));
            firsts.put(partition, first);
            return first.acceptedAt;
        }
        return null;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
