package dev.ticketwire.event.feed;

import dev.ticketwire.contract.message.Topics;
import java.time.Instant;
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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Looks for events of an earlier feed. */
final class PublishedBefore {
    private static final long LIMIT_SECONDS = 10;

    private PublishedBefore() {}

    /**
     * When the newest record of the topic was written; empty if it holds none.
     *
     * @throws KafkaException if Kafka does not answer
     */
    static Optional<Instant> newest(Map<String, Object> kafka) {
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
