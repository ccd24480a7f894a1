package dev.ticketwire.event.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts streams and what is sent on them. */
@ApplicationScoped
class StreamMetrics {
    private final MeterRegistry meters;
    private final AtomicInteger open;
    private final Counter resumed;
    private final Counter messages;

    StreamMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.open = meters.gauge("ticketwire.event.streams", new AtomicInteger());
        this.resumed = Counter.builder("ticketwire.event.streams.resumed")
                .description("Streams that went on from a cursor")
                .register(meters);
        this.messages = Counter.builder("ticketwire.event.streams.messages")
                .description("Events sent on streams")
                .register(meters);
    }

    /** Creates the bean, and with it its metrics: a counter that appears with its first event hides that event. */
    void start(@Observes StartupEvent event) {
        counter("slow");
        counter("expired");
    }

    int opened() {
        return open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void resumed() {
        resumed.increment();
    }

    void sent(int events) {
        messages.increment(events);
    }

    /** @param reason why the service ended a stream */
    void cutOff(String reason) {
        counter(reason).increment();
    }

    private Counter counter(String reason) {
        return meters.counter("ticketwire.event.streams.cut.off", "reason", reason);
    }
}
