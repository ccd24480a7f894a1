package dev.ticketwire.event.stream.topic;

import dev.ticketwire.event.stream.topic.TopicReaders.Shape;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest events of the topic in memory: one thread with one consumer for all clients. While Kafka is away it
 * tries again; it then goes on where it was.
 */
@ApplicationScoped
public class EventTail {
    private static final Logger LOG = Logger.getLogger(EventTail.class);
    private static final long PAUSE_MILLIS = 500;

    private final TopicReaders readers;
    private final TopicSettings settings;
    private final EventRing ring;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("event-tail").unstarted(this::run);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Shape shape;
    private volatile long lastAnswerNanos;
    private boolean failing;

    EventTail(TopicReaders readers, TopicSettings settings) {
        this.readers = readers;
        this.settings = settings;
        this.ring = new EventRing(settings.recentEvents(), settings.recentBytes());
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        thread.join(settings.timeout().toMillis());
    }

    public EventRing ring() {
        return ring;
    }

    /** Runs {@code listener} after new events; it must not block. */
    public void onEvents(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * The topic's present id and partitions.
     *
     * @throws EventsUnavailable while Kafka is away, or there is no topic
     */
    Shape shape() {
        Shape known = shape;
        if (known == null) {
            throw new EventsUnavailable("The topic of events has not been read yet, try again later");
        }
        if (System.nanoTime() - lastAnswerNanos > settings.patience().toNanos()) {
            throw new EventsUnavailable("The broker of the events cannot be reached, try again later");
        }
        return known;
    }

    /**
     * The cursor for the topic as it is now.
     *
     * @return null if it is of another topic
     * @throws EventsUnavailable while Kafka is away, or there is no topic
     */
    @Nullable
    Cursor known(Cursor cursor) {
        Shape now = shape();
        return cursor.in(now.id(), now.partitions());
    }

    /**
     * The position after the latest event.
     *
     * @throws EventsUnavailable while Kafka is away, or there is no topic
     */
    public Cursor now() {
        shape();
        Cursor head = ring.head();
        if (head == null) {
            throw new EventsUnavailable("The topic of events has not been read yet, try again later");
        }
        return head;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void run() {
        while (!isStopped()) {
            try (TailReader reader = new TailReader(readers, settings, ring, shape)) {
                shape = reader.shape();
                follow(reader);
            } catch (RuntimeException e) {
                complain(e);
                pause();
            }
        }
    }

    private void follow(TailReader reader) {
        while (!isStopped()) {
            if (reader.readOn()) {
                listeners.forEach(Runnable::run);
            }
            if (reader.answeredAt() != lastAnswerNanos) {
                lastAnswerNanos = reader.answeredAt();
                succeed();
            }
        }
    }

    private void succeed() {
        if (failing) {
            failing = false;
            LOG.info("the topic of events can be read again");
        }
    }

    private void complain(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.warnf("the topic of events cannot be read: %s", e.getMessage());
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
