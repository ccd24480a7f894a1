package dev.ticketwire.event.feed.store;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.contract.message.Topics;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes events and states in Kafka transactions. All replicas use one {@code transactional.id}: whoever opens a
 * publisher fences the others, whose open transaction is aborted. For one thread.
 *
 * <p>After any exception the publisher is of no more use: it is unknown whether the open transaction was committed, and
 * the stored states tell.
 */
public final class EventPublisher implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final TicketEventCodec codec;
    private final PublishedEvents observer;
    private final List<TicketEvent> open = new ArrayList<>();
    private boolean isOpen;
    private long openedNanos;

    private EventPublisher(Producer<String, byte[]> producer, TicketEventCodec codec, PublishedEvents observer) {
        this.producer = producer;
        this.codec = codec;
        this.observer = observer;
    }

    /**
     * Fences all other publishers, and ends their open transaction.
     *
     * @param kafka connection settings
     * @throws KafkaException if Kafka does not answer
     */
    public static EventPublisher open(
            Map<String, Object> kafka, String transactionalId, TicketEventCodec codec, PublishedEvents observer) {
        Producer<String, byte[]> producer = new KafkaProducer<>(
                settings(kafka, transactionalId), new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new EventPublisher(producer, codec, observer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, String transactionalId) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("transactional.id", transactionalId);
        settings.put("client.id", transactionalId);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("compression.type", "lz4");
        settings.put("batch.size", "131072");
        // Consumers wait for an open transaction: no longer than this, should every replica die.
        settings.put("transaction.timeout.ms", "15000");
        settings.put("delivery.timeout.ms", "10000");
        settings.put("request.timeout.ms", "5000");
        settings.put("max.block.ms", "10000");
        settings.put("reconnect.backoff.max.ms", "500");
        settings.put("retry.backoff.ms", "20");
        settings.put("max.request.size", "8388608");
        settings.put("buffer.memory", "16777216");
        return settings;
    }

    /** Whether {@code failure} says that another replica has taken over, or that the transaction took too long. */
    public static boolean isFenced(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    /** Adds an event of one ticket to the open transaction. */
    public void publish(TicketEvent event) {
        send(event, TicketEventRecords.record(codec.cloudEvent(event)));
    }

    /** Adds one record to each partition: an event that is no ticket's. */
    public void publishToAll(TicketEvent event) {
        CloudEvent cloudEvent = codec.cloudEvent(event);
        producer.partitionsFor(Topics.TICKET_EVENTS)
                .forEach(partition -> send(event, TicketEventRecords.record(cloudEvent, partition.partition())));
    }

    private void send(TicketEvent event, ProducerRecord<String, byte[]> record) {
        begin();
        producer.send(record);
        open.add(event);
    }

    /** Adds a state to the open transaction. */
    public void store(StateKey key, Object state) {
        begin();
        producer.send(new ProducerRecord<>(Topics.EVENT_CAPTURE, 0, key.key(), StateCodec.bytes(state)));
    }

    private void begin() {
        if (!isOpen) {
            producer.beginTransaction();
            isOpen = true;
            openedNanos = System.nanoTime();
        }
    }

    /** Whether anything waits for {@link #commit}. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Number of records of events that {@link #commit} would make visible. */
    public int waiting() {
        return open.size();
    }

    /** How long the first of them waits. */
    public Duration age() {
        return isOpen ? Duration.ofNanos(System.nanoTime() - openedNanos) : Duration.ZERO;
    }

    /** Makes events and states visible, all at once. */
    public void commit() {
        if (!isOpen) {
            return;
        }
        producer.commitTransaction();
        isOpen = false;
        observer.published(open);
        open.clear();
    }

    /** Drops what is not committed. */
    @Override
    public void close() {
        try {
            producer.close(Duration.ZERO);
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }
}
