package dev.ticketwire.webhook.delivery.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes clients of the topic. Consumers read committed records only, and no offset is ever committed. */
public final class TopicClients {
    private static final int READER_WAIT_MILLIS = 10;
    private static final int POLL_RECORDS = 500;
    private static final int PARTITION_BYTES = 512 << 10;
    private static final int FETCH_BYTES = 4 << 20;

    private final Map<String, Object> kafka;
    private final int timeoutMillis;

    /**
     * @param kafka connection settings
     * @param timeout of one request
     */
    public TopicClients(Map<String, Object> kafka, Duration timeout) {
        this.kafka = kafka;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** Joins a group, whose assignment says which partitions are this process's. */
    public KafkaConsumer<byte[], byte[]> member(String group, Duration session) {
        Map<String, Object> settings = consumerSettings(group);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session.toMillis()));
        // The others hear of a member that leaves at their next heartbeat.
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.toIntExact(Math.min(500, session.toMillis() / 4)));
        // Deliveries of partitions that stay go on during a rebalance.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return consumer(settings);
    }

    /** Reads what it is told to, without a group. */
    public KafkaConsumer<byte[], byte[]> reader(String name) {
        Map<String, Object> settings = consumerSettings(name);
        // The next place is asked for only when the broker has answered for the last one, which may be a topic's end.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, READER_WAIT_MILLIS);
        return consumer(settings);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consumerSettings(String name) {
        Map<String, Object> settings = common(name);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return settings;
    }

    Admin admin() {
        return Admin.create(common("webhooks-watch"));
    }

    private Map<String, Object> common(String name) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return settings;
    }
}
