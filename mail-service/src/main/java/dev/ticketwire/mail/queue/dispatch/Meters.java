package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.queue.store.Claim;
import dev.ticketwire.mail.smtp.SendResult;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Counts and times of what is sent. */
final class Meters {
    private final MeterRegistry registry;
    private final Timer send;
    private final Timer sent;

    Meters(MeterRegistry registry, Board board) {
        this.registry = registry;
        this.send = Timer.builder("ticketwire.mails.send")
                .description("One attempt to hand a mail over")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.sent = Timer.builder("ticketwire.mails.sent")
                .description("From a mail's decision to its acceptance by a server")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
        Gauge.builder("ticketwire.mails.in.flight", board, Board::running)
                .description("Mails that are being handed over")
                .register(registry);
        for (String result : List.of("sent", "refused", "deferred", "unreachable")) {
            registry.counter("ticketwire.mails.attempts", "result", result);
        }
    }

    void attempt(Claim claim, SendResult result, Duration took, Instant now) {
        String name = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        registry.counter("ticketwire.mails.attempts", "result", name).increment();
        send.record(took);
        if (result instanceof SendResult.Sent) {
            // The first time at which a mail is due is when it was decided, to the millisecond.
            boolean isFirst = claim.attempts() == 0 && claim.error() == null;
            Duration age =
                    isFirst ? Duration.between(claim.due(), now) : claim.age().plus(took);
            sent.record(age.isNegative() ? Duration.ZERO : age);
        }
    }
}
