package dev.ticketwire.gateway.audit;

import dev.ticketwire.contract.Topics;
import dev.ticketwire.contract.audit.AuditRecord;
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
 * Takes records one by one to Kafka, in a thread of its own: a producer blocks while it does not know the topic or has no
 * memory left, which no request may.
 */
final class AuditSender {
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);
    /** The least that the producer takes for a patience: one request and what it lingers. */
    private static final long LEAST_MILLIS = 6_000;

    private final BlockingQueue<AuditRecord> waiting;
    private final Runnable delivered;
    private final Runnable dropped;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread = new Thread(this::run, "audit");
    private volatile boolean ended;

    /**
     * @param kafka how the broker is reached
     * @param patience how long the broker may take before a record is given up
     * @param delivered called for each record that the broker has
     * @param dropped called for each that was given up
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
        long millis = Math.clamp(patience.toMillis(), LEAST_MILLIS, Integer.MAX_VALUE);
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
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!ended || !waiting.isEmpty()) {
                AuditRecord record = waiting.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
                if (record != null) {
                    send(record);
                }
            }
        } catch (InterruptedException | InterruptException e) {
            // The gateway ends, and Kafka does not take the rest.
        }
    }

    /** Blocks until the producer has room for it; what waits behind it is bounded by the queue. */
    private void send(AuditRecord record) {
        try {
            producer.send(
                    new ProducerRecord<>(Topics.AUDIT, record.key(), record.json()),
                    (metadata, failure) -> (failure == null ? delivered : dropped).run());
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            // This one is lost; the thread is not.
            dropped.run();
        }
    }

    /** Waits {@code millis} at most for what is still to be sent. */
    void end(long millis) throws InterruptedException {
        ended = true;
        thread.join(millis / 2);
        thread.interrupt();
        producer.close(Duration.ofMillis(millis / 2));
    }
}
