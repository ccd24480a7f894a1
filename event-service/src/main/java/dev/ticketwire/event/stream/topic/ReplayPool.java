package dev.ticketwire.event.stream.topic;

import dev.ticketwire.event.stream.topic.TopicReaders.Shape;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads older events with a few consumers. Whoever wants more than a page asks again, so that all get their turn and a
 * slow client keeps no reader.
 */
@ApplicationScoped
public class ReplayPool {
    private static final Logger LOG = Logger.getLogger(ReplayPool.class);
    private static final long IDLE_SECONDS = 30;

    private final Vertx vertx;
    private final EventTail tail;
    private final TopicReaders readers;
    private final TopicSettings settings;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger names = new AtomicInteger();
    private final Deque<ReplayReader> idle = new ArrayDeque<>();

    ReplayPool(Vertx vertx, EventTail tail, TopicReaders readers, TopicSettings settings, MeterRegistry meters) {
        this.vertx = vertx;
        this.tail = tail;
        this.readers = readers;
        this.settings = settings;
        this.threads = new ThreadPoolExecutor(
                settings.readers(),
                settings.readers(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().daemon().name("event-replay-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        Gauge.builder(
                        "ticketwire.event.replays.waiting",
                        threads,
                        pool -> pool.getQueue().size())
                .description("Requests for older events that wait for a reader")
                .register(meters);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
        synchronized (idle) {
            idle.forEach(ReplayReader::close);
            idle.clear();
        }
    }

    /**
     * Reads events from a position on.
     *
     * @param from null for the beginning of what is kept
     * @param wanted whether an event is one of the page; called on another thread
     * @return completes on the caller's event loop; fails with {@link CursorExpired} if events after the position are
     *     no longer kept, and with {@link EventsUnavailable} while the topic cannot be read, or too many are waiting
     */
    public Future<Replay> read(@Nullable Cursor from, PageSize most, Predicate<StoredEvent> wanted) {
        Promise<Replay> promise = Promise.promise();
        Context caller = vertx.getOrCreateContext();
        try {
            threads.execute(() -> {
                try {
                    Replay replay = readNow(from, most, wanted);
                    caller.runOnContext(ignored -> promise.complete(replay));
                } catch (RuntimeException e) {
                    caller.runOnContext(ignored -> promise.fail(e));
                }
            });
        } catch (RejectedExecutionException e) {
            promise.fail(new EventsUnavailable("Too many requests for older events wait, try again later"));
        }
        return promise.future();
    }

    private Replay readNow(@Nullable Cursor from, PageSize most, Predicate<StoredEvent> wanted) {
        Shape shape = tail.shape();
        Cursor start = from == null ? null : tail.known(from);
        ReplayReader reader = take(shape, start);
        boolean isUsable = false;
        try {
            if (from != null && start == null) {
                isUsable = true;
                throw new CursorExpired(
                        reader.read(null, PageSize.NOTHING, wanted).next());
            }
            Replay replay = reader.read(start, most, wanted);
            isUsable = true;
            return replay;
        } catch (CursorExpired e) {
            isUsable = true;
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("older events cannot be read: %s", e.getMessage());
            throw new EventsUnavailable("The events cannot be read now, try again later");
        } finally {
            giveBack(reader, isUsable);
        }
    }

    /** Preferably the reader that has stopped where this request begins. */
    private ReplayReader take(Shape shape, @Nullable Cursor at) {
        synchronized (idle) {
            idle.removeIf(reader -> {
                if (reader.reads(shape)) {
                    return false;
                }
                reader.close();
                return true;
            });
            ReplayReader best =
                    idle.stream().filter(reader -> reader.isAt(at)).findFirst().orElse(idle.peekLast());
            if (best != null) {
                idle.remove(best);
                return best;
            }
        }
        String name = "event-stream-replay-" + names.incrementAndGet();
        return new ReplayReader(readers, shape, settings.timeout(), name);
    }

    private void giveBack(ReplayReader reader, boolean isUsable) {
        if (!isUsable || threads.isShutdown()) {
            reader.close();
            return;
        }
        synchronized (idle) {
            idle.addFirst(reader);
        }
    }
}
