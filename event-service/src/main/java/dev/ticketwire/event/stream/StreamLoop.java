package dev.ticketwire.event.stream;

import io.vertx.core.Context;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The streams of one event loop. New events are written to all of them together, a moment after they came; the more time
 * that takes, the longer is the moment, so that the loop keeps time for other work. Confined to the loop, except
 * {@link #wake}.
 */
final class StreamLoop {
    private static final long LONGEST_PAUSE_MILLIS = 200;
    private static final long CHECK_MILLIS = 1_000;

    private final Context context;
    private final StreamSettings settings;
    private final Set<StreamClient> clients = new LinkedHashSet<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private long pauseMillis;

    StreamLoop(Context context, StreamSettings settings) {
        this.context = context;
        this.settings = settings;
        this.pauseMillis = shortest();
        context.owner().setPeriodic(CHECK_MILLIS, timer -> beat());
    }

    private long shortest() {
        return Math.max(1, settings.tick().toMillis());
    }

    void add(StreamClient client) {
        clients.add(client);
    }

    void remove(StreamClient client) {
        clients.remove(client);
        client.closed();
    }

    /** New events have come. */
    void wake() {
        if (isWoken.compareAndSet(false, true)) {
            context.runOnContext(ignored -> context.owner().setTimer(pauseMillis, timer -> flush()));
        }
    }

    private void flush() {
        isWoken.set(false);
        long start = System.nanoTime();
        boolean isMore = false;
        for (StreamClient client : List.copyOf(clients)) {
            isMore |= client.goOn();
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        pauseMillis = Math.clamp(took, shortest(), LONGEST_PAUSE_MILLIS);
        if (isMore) {
            wake();
        }
    }

    private void beat() {
        long now = System.nanoTime();
        long every = nanos(settings.heartBeat());
        long patience = nanos(settings.patience());
        each(client -> client.beat(now, every, patience));
    }

    private static long nanos(Duration duration) {
        return duration.toNanos();
    }

    void endAll(String reason) {
        context.runOnContext(ignored -> each(client -> client.end(reason)));
    }

    private void each(Consumer<StreamClient> work) {
        List.copyOf(clients).forEach(work);
    }
}
