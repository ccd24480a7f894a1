package dev.ticketwire.event.stream.topic;

import dev.ticketwire.contract.message.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the clients that read the topic. Consumers read committed records only, of all partitions, without a group. */
@ApplicationScoped
class TopicReaders {
    /** Records of one poll, and of a page at most. */
    static final int POLL_RECORDS = 1_000;

    private static final int PARTITION_BYTES = 512 << 10;
    private static final int FETCH_BYTES = 4 << 20;

    private final Map<String, Object> kafka;
    private final int timeoutMillis;

    TopicReaders(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.timeoutMillis = Math.toIntExact(settings.timeout().toMillis());
    }

    /** The topic at one moment: another id means that it was made anew. */
    record Shape(Uuid id, int partitions) {
        static Shape of(TopicDescription topic) {
            return new Shape(topic.topicId(), topic.partitions().size());
        }

        List<TopicPartition> topicPartitions() {
            return IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(Topics.TICKET_EVENTS, partition))
                    .toList();
        }
    }

    Admin admin() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "event-stream-admin");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return Admin.create(settings);
    }

    KafkaConsumer<byte[], byte[]> consumer(String name) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static KafkaFuture<Shape> shape(Admin admin) {
        return admin.describeTopics(List.of(Topics.TICKET_EVENTS))
                .allTopicNames()
                .thenApply(topics -> Shape.of(Objects.requireNonNull(topics.get(Topics.TICKET_EVENTS))));
    }

    /** @throws KafkaException if the future fails */
    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
