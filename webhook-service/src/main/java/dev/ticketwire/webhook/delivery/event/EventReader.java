package dev.ticketwire.webhook.delivery.event;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads events from any place on. Connects when it is first used, and again after {@link #close}. For one thread. */
public final class EventReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final TopicClients clients;
    private final String name;
    private final Duration timeout;
    private @Nullable KafkaConsumer<byte[], byte[]> open;

    /** @param name of the client, in metrics and logs of Kafka */
    public EventReader(TopicClients clients, String name, Duration timeout) {
        this.clients = clients;
        this.name = name;
        this.timeout = timeout;
    }

    /**
     * A piece of a partition.
     *
     * @param next offset after the last record that was looked at
     */
    public record Chunk(List<Event> events, long next) {}

    /** What is asked for is no longer kept, or was never there. */
    public static final class Gone extends Exception {
        private static final long serialVersionUID = 1L;

        private final long beginning;

        Gone(long beginning) {
            super("the topic begins at " + beginning);
            this.beginning = beginning;
        }

        /** The oldest offset that can be read. */
        public long beginning() {
            return beginning;
        }
    }

    /**
     * Reads on from an offset: at least one record, unless there is none before {@code until}.
     *
     * @param until not further than this offset
     * @throws Gone if records from {@code from} on are no longer kept
     * @throws KafkaException if Kafka does not answer
     */
    public Chunk read(int partition, long from, long until) throws Gone {
        TopicPartition topic = new TopicPartition(Topics.TICKET_EVENTS, partition);
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        try {
            goTo(consumer, topic, from);
            return chunk(consumer, topic, until);
        } catch (OffsetOutOfRangeException e) {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(Set.of(topic), timeout);
            throw new Gone(begins.getOrDefault(topic, 0L));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer == null) {
            consumer = clients.reader(name);
            open = consumer;
        }
        return consumer;
    }

    private void goTo(KafkaConsumer<byte[], byte[]> consumer, TopicPartition topic, long from) {
        if (!consumer.assignment().contains(topic)) {
            consumer.assign(Set.of(topic));
            consumer.seek(topic, from);
        } else if (consumer.position(topic, timeout) != from) {
            consumer.seek(topic, from);
        }
    }

    private Chunk chunk(KafkaConsumer<byte[], byte[]> consumer, TopicPartition topic, long until) {
        List<Event> events = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(topic);
            decode(records, until, events);
            long next = consumer.position(topic, timeout);
            if (!records.isEmpty() || next >= until) {
                return new Chunk(events, Math.min(next, until));
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the broker sent nothing");
            }
        }
    }

    private static void decode(List<ConsumerRecord<byte[], byte[]>> records, long until, List<Event> events) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Event event = record.offset() < until ? EventDecoder.event(record) : null;
            if (event != null) {
                events.add(event);
            }
        }
    }

    @Override
    public void close() {
        KafkaConsumer<byte[], byte[]> consumer = open;
        open = null;
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }
}
