package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits the open streams, in all and per key, and counts how they end. */
@ApplicationScoped
class StreamBounds {
    /** Ends that are not the client's doing; others are codes of problems. */
    private static final List<String> ENDS = List.of("shutdown", "service", "silence", "key-changed");

    private final StreamSettings settings;
    private final MeterRegistry meters;
    private final AtomicInteger open;
    private final Map<Integer, Integer> openByKey = new ConcurrentHashMap<>();

    StreamBounds(StreamSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.open = meters.gauge("ticketwire.event.streams", new AtomicInteger());
    }

    /** Creates the bean, and with it its metrics: a counter that appears with its first event hides that event. */
    void start(@Observes StartupEvent event) {
        meters.counter("ticketwire.event.streams.resumed");
        ENDS.forEach(this::counter);
    }

    /**
     * Counts a stream of a key, until {@link #leave}.
     *
     * @throws Refused if there are too many
     */
    void enter(int key) {
        if (open.incrementAndGet() > settings.most()) {
            open.decrementAndGet();
            throw Refused.unavailable("Too many event streams are open, try again later");
        }
        int ofKey = Objects.requireNonNull(openByKey.merge(key, 1, Integer::sum));
        if (ofKey > settings.mostPerKey()) {
            leave(key);
            throw Refused.of(
                    ProblemCode.TOO_MANY_STREAMS,
                    "The key has " + settings.mostPerKey() + " event streams open already");
        }
    }

    void leave(int key) {
        open.decrementAndGet();
        openByKey.computeIfPresent(key, (id, number) -> number > 1 ? number - 1 : null);
    }

    void resumed() {
        meters.counter("ticketwire.event.streams.resumed").increment();
    }

    /** @param reason why the gateway ended a stream that the client wanted to go on */
    void cutOff(String reason) {
        counter(reason).increment();
    }

    private Counter counter(String reason) {
        return meters.counter("ticketwire.event.streams.cut.off", "reason", reason);
    }
}
