package dev.ticketwire.benchmark;

import dev.ticketwire.contract.message.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of ticket events as a subscriber does: committed records only, from now on. */
final class EventTopic implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<ConsumerRecord<byte[], byte[]>> listener;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::read);
    private volatile boolean closed;

    /** @param listener called on one thread, in the order of each partition */
    EventTopic(String bootstrap, Consumer<ConsumerRecord<byte[], byte[]>> listener) {
        this.listener = listener;
        consumer = new KafkaConsumer<>(properties(bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TICKET_EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    private static Properties properties(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("isolation.level", "read_committed");
        properties.put("max.poll.records", "5000");
        return properties;
    }

    private void read() {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                listener.accept(record);
                count.incrementAndGet();
                lastNanos.set(System.nanoTime());
            }
        }
    }

    /** Events so far. */
    long count() {
        return count.get();
    }

    /** When the newest one was read, {@link System#nanoTime}. */
    long lastNanos() {
        return lastNanos.get();
    }

    /**
     * Waits until there are so many.
     *
     * @throws TimeoutException if none has come for a minute
     */
    void await(long events) throws InterruptedException, TimeoutException {
        long since = System.nanoTime();
        for (long last = count(); last < events; ) {
            TimeUnit.MILLISECONDS.sleep(20);
            long now = count();
            if (now > last) {
                since = System.nanoTime();
                last = now;
            } else if (System.nanoTime() - since > TimeUnit.MINUTES.toNanos(1)) {
                throw new TimeoutException("only " + last + " of " + events + " events came");
            }
        }
    }

    /** The text of a header, e.g. {@code ce_id}; empty if there is none. */
    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        consumer.close();
    }
}
