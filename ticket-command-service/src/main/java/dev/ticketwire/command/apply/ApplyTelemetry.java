package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Metrics, traces and logs of the worker: counts and lag, one span per command in the request's trace, one log line per
 * outcome.
 */
@ApplicationScoped
class ApplyTelemetry {
    private static final Logger LOG = Logger.getLogger("dev.ticketwire.command.outcome");
    private static final Set<String> KINDS = CommandCodec.types();
    private static final TextMapGetter<Delivery> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Delivery carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable Delivery carrier, String key) {
            return carrier != null && key.equals("traceparent") ? carrier.traceparent() : null;
        }
    };

    private final MeterRegistry meters;
    private final OpenTelemetry telemetry;
    private final Tracer tracer;
    private final Timer lag;
    private final Set<Batch> open = ConcurrentHashMap.newKeySet();

    ApplyTelemetry(MeterRegistry meters, OpenTelemetry telemetry, ApplyState state) {
        this.meters = meters;
        this.telemetry = telemetry;
        tracer = telemetry.getTracer("ticketwire");
        lag = lag(meters);
        Gauge.builder("ticketwire.commands.oldest.unapplied", this, ApplyTelemetry::oldestSeconds)
                .description("Age of the oldest command that is being applied; 0 while there is none")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ticketwire.commands.paused", state, s -> s.waitingFor() == null ? 0 : 1)
                .description("1 while commands wait for the database; readiness names the reason")
                .register(meters);
        countFromZero();
    }

    /** A counter that appears with its first event hides that event. */
    private void countFromZero() {
        for (String kind : KINDS) {
            for (String outcome : List.of("applied", "rejected", "failed")) {
                counter(outcome, kind);
            }
        }
    }

    private Counter counter(String state, String kind) {
        return meters.counter("ticketwire.commands", "state", state, "kind", kind);
    }

    private static Timer lag(MeterRegistry meters) {
        return Timer.builder("ticketwire.commands.lag")
                .description("From the gateway's acceptance to the commit")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(meters);
    }

    Batch started(List<Delivery> deliveries) {
        Batch batch = new Batch(deliveries);
        open.add(batch);
        return batch;
    }

    private double oldestSeconds() {
        Instant now = Instant.now();
        return open.stream()
                .filter(batch -> batch.oldest != null)
                .mapToDouble(batch -> Duration.between(batch.oldest, now).toMillis() / 1000.0)
                .max()
                .orElse(0);
    }

    /** One batch from its poll until its outcomes are published. */
    final class Batch implements AutoCloseable {
        private final List<Delivery> deliveries;
        private final List<Span> spans = new ArrayList<>();
        private volatile @Nullable Instant oldest;

        private Batch(List<Delivery> deliveries) {
            this.deliveries = deliveries;
            oldest = deliveries.stream()
                    .map(Delivery::acceptedAt)
                    .filter(java.util.Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
            deliveries.forEach(delivery -> spans.add(span(delivery)));
        }

        private Span span(Delivery delivery) {
            Context parent =
                    telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), delivery, TRACEPARENT);
            return tracer.spanBuilder("apply " + delivery.type())
                    .setParent(parent)
                    .setSpanKind(SpanKind.CONSUMER)
                    .setAttribute("ticketwire.command.id", delivery.id())
                    .startSpan();
        }

        /** The transaction is committed. */
        void applied(Map<String, Recorded> outcomes) {
            oldest = null;
            Instant now = Instant.now();
            for (int i = 0; i < deliveries.size(); i++) {
                Delivery delivery = deliveries.get(i);
                Recorded recorded = outcomes.get(delivery.id());
                if (recorded != null) {
                    report(delivery, recorded, spans.get(i));
                }
                if (delivery.acceptedAt() != null) {
                    lag.record(Duration.between(delivery.acceptedAt(), now));
                }
            }
        }

        private void report(Delivery delivery, Recorded recorded, Span span) {
            MDC.put("commandId", delivery.id());
            try {
                switch (recorded.outcome()) {
                    case Outcome.Applied applied -> report(delivery, applied, span);
                    case Outcome.Rejected rejected -> report(delivery, rejected, span);
                    case Outcome.Failed failed -> report(delivery, failed, recorded, span);
                }
            } finally {
                MDC.remove("commandId");
                MDC.remove("ticket");
            }
        }

        private void report(Delivery delivery, Outcome.Applied applied, Span span) {
            count("applied", delivery);
            span.setAttribute("ticketwire.ticket.number", applied.number());
            MDC.put("ticket", applied.number());
            LOG.debug("command applied");
        }

        private void report(Delivery delivery, Outcome.Rejected rejected, Span span) {
            count("rejected", delivery);
            span.setAttribute("ticketwire.refusal", rejected.refusal().code());
            LOG.infof("command rejected: %s", rejected.refusal().code());
        }

        private void report(Delivery delivery, Outcome.Failed failed, Recorded recorded, Span span) {
            count("failed", delivery);
            span.setStatus(StatusCode.ERROR);
            LOG.errorf(
                    "command given up after %d attempts, it is on the dead-letter topic: %s",
                    failed.attempts(), kind(failed, recorded));
            if (recorded.cause() != null) {
                LOG.debug("why the command was given up", recorded.cause());
            }
        }

        private static String kind(Outcome.Failed failed, Recorded recorded) {
            return recorded.cause() == null ? failed.reason() : Faults.kind(recorded.cause());
        }

        private void count(String state, Delivery delivery) {
            // The name comes from the topic, where anybody who may write to it may have invented one.
            String kind = KINDS.contains(delivery.type()) ? delivery.type() : "unknown";
            counter(state, kind).increment();
        }

        @Override
        public void close() {
            open.remove(this);
            spans.forEach(Span::end);
        }
    }
}
