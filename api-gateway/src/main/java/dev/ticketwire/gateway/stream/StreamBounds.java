package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits the open streams, in all and per key, and counts how they end. */
@ApplicationScoped
class StreamBounds {
    private final StreamSettings settings;
    private final MeterRegistry meters;
    private final AtomicInteger open;
    private final Map<Integer, Integer> openByKey = new ConcurrentHashMap<>();

    StreamBounds(StreamSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.open = meters.gauge("ticketwire.event.streams", new AtomicInteger());
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
        meters.counter("ticketwire.event.streams.cut.off", "reason", reason).increment();
    }
}
