package dev.ticketwire.gateway.audit;

import dev.ticketwire.contract.message.AuditRecord;
import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends audit records to Kafka from a thread of its own: a producer blocks while it does not know the topic or its
 * buffer is full. Not a SmallRye emitter: it would encode and dispatch each record on the event loop of its request,
 * has no configurable bound, and drops its buffer when the gateway stops.
 */
final class AuditSender {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    /** The shortest delivery timeout that the producer accepts: one request and its linger time. */
    private static final long MIN_TIMEOUT_MILLIS = 6_000;

    private final BlockingQueue<AuditRecord> waiting;
    private final Runnable delivered;
    private final Runnable dropped;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread = new Thread(this::run, "audit");
    private volatile boolean stopping;

    /**
     * @param kafka connection settings
     * @param patience how long a record is retried before it is dropped
     * @param delivered called for each record that the broker has acknowledged
     * @param dropped called for each record that was dropped
     */
    AuditSender(
            BlockingQueue<AuditRecord> waiting,
            Map<String, Object> kafka,
            Duration patience,
            Runnable delivered,
            Runnable dropped) {
        this.waiting = waiting;
        this.delivered = delivered;
        this.dropped = dropped;
        this.producer =
                new KafkaProducer<>(settings(kafka, patience), new StringSerializer(), new ByteArraySerializer());
        thread.setDaemon(true);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, Duration patience) {
        long millis = Math.clamp(patience.toMillis(), MIN_TIMEOUT_MILLIS, Integer.MAX_VALUE);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "audit");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 50);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) millis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        return settings;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                AuditRecord record = waiting.poll(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                if (record != null) {
                    send(record);
                }
            }
        } catch (InterruptedException | InterruptException e) {
            // The gateway is shutting down, and Kafka does not accept the rest.
        }
    }

    /** Blocks until the producer has room for the record; the queue bounds those that wait meanwhile. */
    private void send(AuditRecord record) {
        try {
            producer.send(
                    new ProducerRecord<>(Topics.AUDIT, record.key(), record.json()),
                    (metadata, failure) -> (failure == null ? delivered : dropped).run());
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            // The record is lost; the thread goes on.
            dropped.run();
        }
    }

    /** Waits for unsent records, {@code millis} at most. */
    void stop(long millis) throws InterruptedException {
        stopping = true;
        thread.join(millis / 2);
        thread.interrupt();
        producer.close(Duration.ofMillis(millis / 2));
    }
}
