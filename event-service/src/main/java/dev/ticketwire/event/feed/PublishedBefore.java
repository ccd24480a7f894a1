package dev.ticketwire.event.feed;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks for events of an earlier feed. */
final class PublishedBefore {
    private static final long LIMIT_SECONDS = 10;
    private static final Duration POLL = Duration.ofMillis(200);

    private PublishedBefore() {}

    /**
     * When the newest record of the topic was written; empty if it holds none.
     *
     * @throws KafkaException if Kafka does not answer
     */
    static Optional<Instant> newest(Map<String, Object> kafka) {
        return hasEvents(kafka) ? newestRecord(kafka) : Optional.empty();
    }

    /** Offsets and timestamps alone do not tell: ends of transactions and aborted events have some, too. */
    private static boolean hasEvents(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "1");
        settings.put("default.api.timeout.ms", Long.toString(LIMIT_SECONDS * 1_000));
        settings.remove("group.id");
        try (Consumer<byte[], byte[]> reader =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(Topics.TICKET_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> reader.position(partition) < ends.getOrDefault(partition, 0L))) {
                if (!reader.poll(POLL).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** At the latest: aborted events count. */
    private static Optional<Instant> newestRecord(Map<String, Object> kafka) {
        try (Admin admin = Admin.create(kafka)) {
            TopicDescription topic = Objects.requireNonNull(admin.describeTopics(List.of(Topics.TICKET_EVENTS))
                    .allTopicNames()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .get(Topics.TICKET_EVENTS));
            Map<TopicPartition, OffsetSpec> all = topic.partitions().stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(Topics.TICKET_EVENTS, partition.partition()),
                            partition -> OffsetSpec.maxTimestamp()));
            return admin.listOffsets(all).all().get(LIMIT_SECONDS, TimeUnit.SECONDS).values().stream()
                    .map(ListOffsetsResultInfo::timestamp)
                    .filter(millis -> millis >= 0)
                    .max(Long::compare)
                    .map(Instant::ofEpochMilli);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the topic of events cannot be looked at: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
