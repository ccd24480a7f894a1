package dev.ticketwire.event.stream.topic;

import dev.ticketwire.event.stream.topic.TopicReaders.Shape;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of any age from Kafka, a page at a time. Keeps what it has fetched beyond a page, for a caller that goes
 * on where the page ended. Used by one thread at a time.
 */
final class ReplayReader implements AutoCloseable {
    /** Bounds of one page besides its number of events, so that a page is never too large and never takes too long. */
    private static final int MAX_SCANNED = 20_000;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Shape shape;
    private final Duration timeout;
    private final List<TopicPartition> partitions;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
    private @Nullable Cursor position;
    /** Where the topic ended when it was last looked at. */
    private @Nullable Cursor end;

    ReplayReader(TopicReaders readers, Shape shape, Duration timeout, String name) {
        this.shape = shape;
        this.timeout = timeout;
        this.partitions = shape.topicPartitions();
        this.consumer = readers.consumer(name);
        consumer.assign(partitions);
    }

    boolean reads(Shape topic) {
        return shape.equals(topic);
    }

    /** Whether it has read exactly up to {@code cursor}. */
    boolean isAt(@Nullable Cursor cursor) {
        return position != null && position.equals(cursor);
    }

    /**
     * Reads events from a position on.
     *
     * @param from null for the beginning
     * @param wanted whether an event is one of the page
     * @return a page; empty if there are no more events, or none of those that were looked at is wanted
     * @throws CursorExpired if events after the position are no longer kept
     */
    Replay read(@Nullable Cursor from, PageSize most, Predicate<StoredEvent> wanted) {
        Cursor start = from != null && isAt(from) && !fetched.isEmpty() ? from : start(from);
        try {
            return page(start, Objects.requireNonNull(end), most, wanted);
        } catch (OffsetOutOfRangeException e) {
            throw new CursorExpired(offsets(consumer.beginningOffsets(partitions, timeout)));
        }
    }

    /** Goes to a position, unless what follows it has been fetched. */
    private Cursor start(@Nullable Cursor from) {
        Cursor begin = offsets(consumer.beginningOffsets(partitions, timeout));
        Cursor last = offsets(consumer.endOffsets(partitions, timeout));
        Cursor start = from == null ? begin : from;
        if (!start.covers(begin) || !last.covers(start)) {
            throw new CursorExpired(begin);
        }
        end = last;
        if (!isAt(start)) {
            fetched.clear();
            partitions.forEach(partition -> consumer.seek(partition, start.next(partition.partition())));
        }
        return start;
    }

    private Cursor offsets(Map<TopicPartition, Long> offsets) {
        long[] next = new long[partitions.size()];
        offsets.forEach((partition, offset) -> next[partition.partition()] = offset);
        return Cursor.at(shape.id(), next);
    }

    private Replay page(Cursor start, Cursor until, PageSize most, Predicate<StoredEvent> wanted) {
        // Unknown, if this fails half-way.
        position = null;
        List<Replay.Told> events = new ArrayList<>();
        Cursor at = start;
        long bytes = 0;
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (int scanned = 0; scanned < MAX_SCANNED && most.hasRoom(events.size(), bytes); scanned++) {
            if (fetched.isEmpty()) {
                at = at.later(fetch(at, until, deadline));
            }
            ConsumerRecord<byte[], byte[]> record = fetched.poll();
            if (record == null) {
                break;
            }
            at = at.with(record.partition(), record.offset() + 1);
            StoredEvent event = EventDecoder.event(record);
            if (event != null && wanted.test(event)) {
                events.add(new Replay.Told(event, at));
                bytes += event.json().length;
            }
        }
        position = at;
        return new Replay(start, events, at);
    }

    /**
     * Fetches records, unless all are read or the time is up.
     *
     * @return the position if nothing was fetched: behind all ends of transactions; else {@code at}
     */
    private Cursor fetch(Cursor at, Cursor until, long deadline) {
        Cursor reached = at;
        long silentUntil = System.nanoTime() + timeout.toNanos();
        while (fetched.isEmpty() && !reached.covers(until) && System.nanoTime() < deadline) {
            consumer.poll(POLL).forEach(fetched::add);
            if (fetched.isEmpty()) {
                Cursor before = reached;
                reached = reached.later(consumerPosition());
                if (reached.equals(before) && System.nanoTime() > silentUntil) {
                    throw new TimeoutException("the broker sent nothing");
                }
            }
        }
        return reached;
    }

    private Cursor consumerPosition() {
        long[] next = new long[partitions.size()];
        partitions.forEach(partition -> next[partition.partition()] = consumer.position(partition, timeout));
        return Cursor.at(shape.id(), next);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
