package dev.ticketwire.event.feed;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.osticket.read.BackOff;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Elects one of the replicas: the member of the consumer group to which the only partition of {@link
 * Topics#EVENT_CAPTURE} is assigned. No record is read by this consumer. An assignment alone proves nothing, because a
 * stalled leader hears late of its loss; the fenced producer does.
 */
final class Leadership implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Leadership.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final Office office;
    private final AtomicBoolean resigns = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean isStopped;
    private volatile @Nullable Consumer<byte[], byte[]> member;

    /** What the leader does. Called by one thread. */
    interface Office {
        /** This replica leads; returns at once. */
        void begin();

        /**
         * It no longer leads; returns when the work has ended.
         *
         * @param isLost whether another replica may lead already
         */
        void end(boolean isLost);
    }

    /** @param kafka connection settings */
    Leadership(Map<String, Object> kafka, FeedSettings feed, Office office) {
        this.settings = settings(kafka, feed);
        this.office = office;
        this.thread = Thread.ofPlatform().daemon().name("feed-leadership").unstarted(this::run);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, FeedSettings feed) {
        long session = feed.sessionTimeout().toMillis();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", feed.group());
        settings.put("client.id", feed.group());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "latest");
        settings.put("session.timeout.ms", Long.toString(session));
        // The others hear of a leader that leaves at their next heartbeat.
        settings.put("heartbeat.interval.ms", Long.toString(Math.min(500, session / 4)));
        // A newcomer does not take the partition from the leader.
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("reconnect.backoff.max.ms", "500");
        settings.put("metadata.max.age.ms", "10000");
        return settings;
    }

    void start() {
        thread.start();
    }

    /** Gives the partition back and applies again; from any thread, returns at once. */
    void resign() {
        resigns.set(true);
        wake();
    }

    /** Leaves the group, so that another replica takes over at once. */
    @Override
    public void close() {
        isStopped = true;
        wake();
        try {
            thread.join(LEAVE.multipliedBy(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        Consumer<byte[], byte[]> open = member;
        if (open != null) {
            open.wakeup();
        }
    }

    private void run() {
        BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));
        while (!isStopped) {
            try {
                attend(backOff);
            } catch (KafkaException e) {
                LOG.warnf("the group of the feed's replicas cannot be joined: %s", e.getMessage());
                pause(backOff);
            }
        }
    }

    private void attend(BackOff backOff) {
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Assignment assignment = new Assignment(consumer);
        try {
            member = consumer;
            consumer.subscribe(List.of(Topics.EVENT_CAPTURE), assignment);
            while (!isStopped && !resigns.getAndSet(false)) {
                poll(consumer);
                backOff.reset();
            }
        } finally {
            member = null;
            // Before the partition is given back.
            assignment.end(false);
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(LEAVE));
        }
    }

    private static void poll(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.poll(POLL);
        } catch (WakeupException e) {
            LOG.trace("woken", e);
        }
    }

    private void pause(BackOff backOff) {
        try {
            backOff.pause();
        } catch (InterruptedException e) {
            isStopped = true;
        }
    }

    /** Passes on changes of the assignment; knows whether this replica leads. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;
        private boolean isLeader;

        private Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            consumer.pause(added);
            if (!added.isEmpty() && !isLeader) {
                isLeader = true;
                office.begin();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> removed) {
            if (!removed.isEmpty()) {
                end(false);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> removed) {
            if (!removed.isEmpty()) {
                end(true);
            }
        }

        private void end(boolean isLost) {
            if (isLeader) {
                isLeader = false;
                office.end(isLost);
            }
        }
    }
}
