package dev.ticketwire.event.feed.store;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.event.feed.store.StoredStates.Stored;
import dev.ticketwire.osticket.read.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest record of each key of {@link Topics#EVENT_CAPTURE} in memory, on each replica. Records of open or
 * aborted transactions are not seen.
 */
public final class StateTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StateTopic.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.EVENT_CAPTURE, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("feed-state").unstarted(this::run);
    private final Queue<CompletableFuture<StoredStates>> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Stored> newest = new HashMap<>();
    private long lookedNanos = System.nanoTime();
    private volatile StoredStates latest = StoredStates.NONE;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean isStopped;
    private volatile @Nullable String failure = "Kafka has not answered yet";

    /** @param kafka connection settings */
    public StateTopic(Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        // A topic that was made anew is read anew.
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", "false");
        settings.put("reconnect.backoff.max.ms", "500");
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", Long.toString(END.toMillis()));
        settings.put("client.id", "event-service.state");
        settings.remove("group.id");
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** What was read last, without waiting. */
    public StoredStates latest() {
        return latest;
    }

    /** Why the topic cannot be read; null if it can. */
    public @Nullable String failure() {
        return failure;
    }

    /**
     * Everything that is committed at the time of the call.
     *
     * @throws TimeoutException if Kafka does not answer in time
     */
    public StoredStates current(Duration limit) throws InterruptedException, TimeoutException {
        CompletableFuture<StoredStates> answer = new CompletableFuture<>();
        asked.add(answer);
        wake();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            asked.remove(answer);
        }
    }

    @Override
    public void close() {
        isStopped = true;
        wake();
    }

    private void wake() {
        Consumer<String, byte[]> reader = consumer;
        if (reader != null) {
            reader.wakeup();
        }
    }

    private void run() {
        BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));
        while (!isStopped) {
            Consumer<String, byte[]> reader =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
            try {
                consumer = reader;
                begin(reader);
                while (!isStopped) {
                    follow(reader);
                    backOff.reset();
                }
            } catch (KafkaException e) {
                failed(e);
                pause(backOff);
            } finally {
                consumer = null;
                // While the broker is away, closing waits in vain.
                reader.close(CloseOptions.timeout(CLOSE));
            }
        }
    }

    private void begin(Consumer<String, byte[]> reader) {
        newest.clear();
        reader.assign(List.of(PARTITION));
        reader.seekToBeginning(List.of(PARTITION));
    }

    private void follow(Consumer<String, byte[]> reader) {
        try {
            List<CompletableFuture<StoredStates>> waiting = new ArrayList<>(asked);
            long end = waiting.isEmpty() && failure == null && !isLookDue() ? 0 : end(reader);
            do {
                reader.poll(waiting.isEmpty() ? POLL : Duration.ofMillis(20)).forEach(this::take);
            } while (reader.position(PARTITION) < end && !isStopped);
            latest = new StoredStates(Map.copyOf(newest), reader.position(PARTITION));
            failure = null;
            waiting.forEach(answer -> answer.complete(latest));
        } catch (WakeupException e) {
            // Somebody asks, or the replica stops.
            LOG.trace("woken", e);
        }
    }

    /** A consumer without new records does not say that Kafka is away; a question does. */
    private boolean isLookDue() {
        return System.nanoTime() - lookedNanos > LOOK.toNanos();
    }

    private long end(Consumer<String, byte[]> reader) {
        lookedNanos = System.nanoTime();
        return Objects.requireNonNull(reader.endOffsets(List.of(PARTITION), END).get(PARTITION));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            newest.remove(record.key());
        } else {
            newest.put(record.key(), new Stored(record.value(), Instant.ofEpochMilli(record.timestamp())));
        }
    }

    private void failed(KafkaException e) {
        failure = Topics.EVENT_CAPTURE + " cannot be read: " + e.getMessage();
        LOG.debug(failure);
    }

    private void pause(BackOff backOff) {
        try {
            backOff.pause();
        } catch (InterruptedException e) {
            isStopped = true;
        }
    }
}
