package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.osticket.read.BackOff;
import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.event.EventDecoder;
import dev.ticketwire.webhook.delivery.event.TopicClients;
import dev.ticketwire.webhook.delivery.store.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the partitions that the group assigns to this process and turns their events into deliveries. While the
 * database is away it reads nothing further, but stays in the group. One thread.
 */
final class EventFeed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EventFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final TopicClients clients;
    private final FeedSettings settings;
    private final Ownership ownership;
    private final FeedStore store;
    private final FeedBatch batch = new FeedBatch();
    private final BackOff backOff = Transactions.backOff();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("webhook-feed").unstarted(this::run);
    private long notBefore = System.nanoTime();
    private volatile boolean isStopped;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> member;
    private volatile @Nullable String problem = "the group of the replicas has not been joined yet";
    private volatile long lag;
    private volatile @Nullable Instant oldest;

    EventFeed(TopicClients clients, FeedSettings settings, Ownership ownership, FeedStore store) {
        this.clients = clients;
        this.settings = settings;
        this.ownership = ownership;
        this.store = store;
    }

    void start() {
        thread.start();
    }

    /** Why no events become deliveries; null if they do. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Events of this process's partitions that are not deliveries yet. */
    long lag() {
        return lag;
    }

    /** Age of the oldest event that was read and is no delivery yet; 0 if there is none. */
    double lagSeconds() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    private void run() {
        BackOff joining = Transactions.backOff();
        while (!isStopped) {
            try {
                attend();
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                problem = "the topic of events cannot be read: " + e.getMessage();
                LOG.warn(problem, e instanceof KafkaException ? null : e);
                pause(joining);
            }
        }
    }

    private void pause(BackOff joining) {
        try {
            joining.pause();
        } catch (InterruptedException e) {
            isStopped = true;
        }
    }

    private void attend() {
        KafkaConsumer<byte[], byte[]> consumer = clients.member(settings.group(), settings.sessionTimeout());
        Assignment assignment = new Assignment(consumer, ownership, this::release);
        try {
            member = consumer;
            consumer.subscribe(List.of(Topics.TICKET_EVENTS), assignment);
            while (!isStopped) {
                step(consumer);
            }
        } finally {
            member = null;
            leave(consumer);
        }
    }

    private void leave(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            // Before the partitions are given back.
            release(ownership.partitions(), isStopped);
            ownership.forget();
        } finally {
            // Kafka's close would fail with the mark, and the member stay in the group.
            boolean isInterrupted = Thread.interrupted();
            consumer.close(CloseOptions.timeout(LEAVE));
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void step(KafkaConsumer<byte[], byte[]> consumer) {
        boolean mayTry = System.nanoTime() - notBefore >= 0;
        if (mayTry) {
            tryToOpen(consumer);
            tryToWrite();
        }
        consumer.pause(consumer.assignment());
        if (batch.isEmpty() && store.isReady()) {
            consumer.resume(ownership.open());
        }
        poll(consumer, batch.isEmpty() || !mayTry ? POLL : Duration.ZERO);
        oldest = batch.oldest();
        lag = ownership.open().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private void tryToOpen(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            ownership.openNew(consumer);
            problem = store.isReady() ? null : "the subscriptions have not been read yet";
        } catch (SQLException e) {
            waitFor(e);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            waitFor(e);
        }
    }

    private void tryToWrite() {
        if (batch.isEmpty() || !store.isReady()) {
            return;
        }
        List<OwnedPartition> partitions = ownership.owned(batch.partitions());
        partitions.forEach(partition -> partition.lock().lock());
        try {
            store.write(partitions, batch);
            backOff.reset();
        } catch (SQLException e) {
            waitFor(e);
        } finally {
            partitions.forEach(partition -> partition.lock().unlock());
        }
        ownership.reopenLost().forEach(batch::drop);
    }

    private void waitFor(Exception e) {
        problem = "events wait: " + e.getMessage();
        LOG.debug(problem);
        notBefore = System.nanoTime() + backOff.next().toNanos();
    }

    private void poll(KafkaConsumer<byte[], byte[]> consumer, Duration time) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(time)) {
                Event event = EventDecoder.event(record);
                if (event != null) {
                    batch.add(event);
                }
            }
        } catch (WakeupException e) {
            LOG.trace("woken", e);
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().keySet().forEach(partition -> reset(consumer, partition));
        }
    }

    private void reset(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        try {
            ownership.reset(consumer, partition);
            ownership.reopenLost().forEach(batch::drop);
        } catch (SQLException e) {
            waitFor(e);
        }
    }

    private void release(Set<Integer> partitions, boolean isOrderly) {
        partitions.forEach(batch::drop);
        ownership.release(partitions, isOrderly ? settings.handOver() : Duration.ZERO);
    }

    /** Leaves the group, after what is in flight has landed. */
    @Override
    public void close() {
        isStopped = true;
        KafkaConsumer<byte[], byte[]> open = member;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(LEAVE.plus(settings.handOver()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends at once, as if the process was killed: for tests. */
    void kill() {
        isStopped = true;
        thread.interrupt();
    }
}
