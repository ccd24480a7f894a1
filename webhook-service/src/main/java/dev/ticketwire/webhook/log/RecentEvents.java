package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.selection.EventFacts;
import dev.ticketwire.osticket.selection.Redaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * The newest events of the topic, for samples: the last of each partition. Read when they are asked for, and kept for
 * some seconds, whoever asks. Blocks.
 */
@ApplicationScoped
class RecentEvents {
    private static final Logger LOG = Logger.getLogger(RecentEvents.class);
    private static final int OF_PARTITION = 50;
    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private List<Recent> latest = List.of();
    private long readAt;
    private boolean isRead;

    RecentEvents(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "webhook-samples");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /** @param json as CloudEvent in one line */
    record Recent(EventFacts facts, String time, byte[] json) {}

    /**
     * Newest first.
     *
     * @throws Refused 503 while Kafka does not answer
     */
    synchronized List<Recent> read() {
        if (!isRead || System.nanoTime() - readAt > KEPT_NANOS) {
            latest = fromTopic();
            readAt = System.nanoTime();
            isRead = true;
        }
        return latest;
    }

    private List<Recent> fromTopic() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.TICKET_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - OF_PARTITION)));
            return newestFirst(upTo(ends, consumer));
        } catch (KafkaException e) {
            LOG.warnf("there are no samples: Kafka does not answer: %s", e.getMessage());
            throw Refused.unavailable("The events cannot be reached, try again later");
        }
    }

    private static List<Recent> upTo(Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer) {
        List<Recent> all = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException("the newest events did not come in time");
            }
            StreamSupport.stream(consumer.poll(POLL).spliterator(), false).forEach(record -> add(record, all));
        }
        return all;
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, List<Recent> all) {
        try {
            byte[] json = TicketEventCodec.json(TicketEventRecords.event(record));
            JsonNode event = Redaction.parsed(json);
            all.add(new Recent(EventFacts.of(event), event.path("time").asText(), json));
        } catch (IOException | RuntimeException e) {
            LOG.debugf("a record is no event: %s", e.getMessage());
        }
    }

    private static List<Recent> newestFirst(List<Recent> events) {
        return events.stream()
                .sorted(Comparator.comparing(Recent::time).reversed())
                .toList();
    }
}
