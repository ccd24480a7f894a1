package dev.ticketwire.event.stream.topic;

import dev.ticketwire.event.stream.topic.TopicReaders.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the end of the topic into the ring, until anything fails. For one thread. */
final class TailReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final EventRing ring;
    private final Duration check;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Shape shape;
    private final List<TopicPartition> partitions;
    private @Nullable KafkaFuture<Shape> checking;
    private long answeredAt = System.nanoTime();

    /**
     * Starts where the ring ends, if it holds events of the same topic.
     *
     * @param before the topic of the ring's events, null if it has none
     * @throws KafkaException if the topic cannot be read
     */
    TailReader(TopicReaders readers, TopicSettings settings, EventRing ring, @Nullable Shape before) {
        this.ring = ring;
        this.check = settings.check();
        this.admin = readers.admin();
        try {
            this.shape = TopicReaders.await(TopicReaders.shape(admin));
            this.partitions = shape.topicPartitions();
            this.consumer = readers.consumer("event-stream-tail");
        } catch (RuntimeException e) {
            admin.close(CLOSE);
            throw e;
        }
        try {
            start(shape.equals(before) ? ring.head() : null, settings.recentAtStart());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(@Nullable Cursor at, int recent) {
        consumer.assign(partitions);
        if (at != null) {
            partitions.forEach(partition -> consumer.seek(partition, at.next(partition.partition())));
            return;
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long[] next = new long[partitions.size()];
        for (TopicPartition partition : partitions) {
            long offset = Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - recent);
            next[partition.partition()] = offset;
            consumer.seek(partition, offset);
        }
        Cursor start = Cursor.at(shape.id(), next);
        readUpTo(start, ends);
    }

    /** Reads what is there already, so that {@code now} is not before it. */
    private void readUpTo(Cursor start, Map<TopicPartition, Long> ends) {
        ring.reset(start);
        long deadline = System.nanoTime() + POLL.toNanos() * 10;
        while (partitions.stream()
                        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                && System.nanoTime() < deadline) {
            readOn();
        }
    }

    Shape shape() {
        return shape;
    }

    /** When the broker last answered, in {@link System#nanoTime}. */
    long answeredAt() {
        return answeredAt;
    }

    /**
     * Waits for records, a short while.
     *
     * @return whether there were any
     * @throws KafkaException if the topic has changed, or cannot be read from here
     */
    boolean readOn() {
        boolean isNew = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                StoredEvent event = EventDecoder.event(record);
                if (event != null) {
                    ring.append(event);
                    isNew = true;
                }
            }
        } catch (OffsetOutOfRangeException e) {
            restart();
            throw e;
        }
        ring.advance(position());
        checkTopic();
        return isNew;
    }

    private Cursor position() {
        long[] next = new long[partitions.size()];
        partitions.forEach(partition -> next[partition.partition()] = consumer.position(partition));
        return Cursor.at(shape.id(), next);
    }

    /** Records were deleted before they were read: streams must not go on as if nothing had happened. */
    private void restart() {
        start(null, 0);
    }

    private void checkTopic() {
        if (checking == null) {
            if (System.nanoTime() - answeredAt >= check.toNanos()) {
                checking = TopicReaders.shape(admin);
            }
        } else if (checking.isDone()) {
            KafkaFuture<Shape> done = checking;
            checking = null;
            Shape now = TopicReaders.await(done);
            if (!now.equals(shape)) {
                throw new KafkaException("the topic was made anew, or has got further partitions");
            }
            answeredAt = System.nanoTime();
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE));
        admin.close(CLOSE);
    }
}
