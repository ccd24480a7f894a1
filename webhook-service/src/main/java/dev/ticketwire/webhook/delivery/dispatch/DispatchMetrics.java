package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.send.Attempt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Metrics of sending; see docs/metrics.md. */
public final class DispatchMetrics {
    private static final String PREFIX = "ticketwire.webhooks.";
    private static final String SUCCESS = "delivered";
    private static final String STATUS = "refused";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
    };

    private final MeterRegistry meters;
    private final Map<String, Counter> attempts = new HashMap<>();
    private final Timer firstWell;
    private final Timer firstFailing;
    private final Timer sends;

    public DispatchMetrics(MeterRegistry meters) {
        this.meters = meters;
        attempts.put(SUCCESS, counter(SUCCESS));
        attempts.put(STATUS, counter(STATUS));
        for (Attempt.Failure failure : Attempt.Failure.values()) {
            attempts.put(name(failure), counter(name(failure)));
        }
        firstWell = first("well");
        firstFailing = first("failing");
        sends = Timer.builder(PREFIX + "send")
                .description("Duration of one attempt")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private Counter counter(String result) {
        return Counter.builder(PREFIX + "attempts")
                .description("Attempts to deliver")
                .tag("result", result)
                .register(meters);
    }

    private Timer first(String receiver) {
        return Timer.builder(PREFIX + "first.attempt")
                .description("From the publication of an event to the first attempt to deliver it")
                .tag("receiver", receiver)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value).description(description).register(meters);
    }

    private static String name(Attempt.Failure failure) {
        return failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void tried(Attempt attempt) {
        String result = attempt.isSuccess() ? SUCCESS : attempt.error() == null ? STATUS : name(attempt.error());
        Objects.requireNonNull(attempts.get(result)).increment();
        sends.record(attempt.duration());
    }

    /** @param published null if the event is none of the topic */
    void firstTried(Attempt attempt, @Nullable Instant published, boolean isFailing) {
        if (published != null) {
            Duration wait = Duration.between(published, attempt.started());
            (isFailing ? firstFailing : firstWell).record(wait.isNegative() ? Duration.ZERO : wait);
        }
    }

    void expired() {
        Objects.requireNonNull(attempts.get(name(Attempt.Failure.EVENT_EXPIRED)))
                .increment();
    }
}
