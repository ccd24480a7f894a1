package dev.ticketwire.event.feed;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import dev.ticketwire.event.feed.store.CopyProgress;
import dev.ticketwire.event.feed.store.PublishedEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics and traces of the feed. An event that a request of the API caused gets a span in that request's trace, once it
 * is visible; its record carries the request's own {@code traceparent}, so that a consumer's span has the same parent
 * whether or not this service is traced.
 */
final class FeedMetrics implements PublishedEvents, FeedParts.GapCounter {
    private static final TextMapGetter<TicketEvent> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(TicketEvent carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable TicketEvent carrier, String key) {
            return carrier != null && key.equals("traceparent") ? carrier.traceparent() : null;
        }
    };

    private final MeterRegistry meters;
    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    FeedMetrics(MeterRegistry meters, OpenTelemetry telemetry, FeedStatus status) {
        this.meters = meters;
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("ticketwire");
        gauge("leader", "1 on the replica that captures", status, s -> s.role() == FeedStatus.Role.LEADER ? 1 : 0);
        gauge("capturing", "1 while the leader captures", status, s -> s.isCapturing() ? 1 : 0);
        gauge("lag.seconds", "How far the capture is behind the log's end", status, s -> s.lagMillis() / 1000.0);
        gauge("lag.bytes", "How far the capture is behind the log's end", status, FeedStatus::lagBytes);
        gauge("open.windows", "Changes that wait for what belongs to them", status, FeedStatus::openWindows);
        gauge("resynchronised", "Tickets of the current resynchronisation", status, s -> count(s.resynchronisation()));
        gauge("snapshot", "Tickets of the current snapshot", status, s -> count(s.snapshot()));
        gauge(
                "gap.last.timestamp.seconds",
                "When the last gap ended, 0 if none is known",
                status,
                FeedMetrics::lastGap);
        // A counter that appears with its first event hides that event.
        Stream.of(TicketEventType.values()).forEach(this::published);
        Gap.kinds().forEach(this::gaps);
    }

    private static double lastGap(FeedStatus status) {
        ToldGap last = status.gap();
        return last == null ? 0 : last.gap().to().getEpochSecond();
    }

    private Counter published(TicketEventType type) {
        return meters.counter("ticketwire.events.published", "type", type.type());
    }

    private Counter gaps(String reason) {
        return meters.counter("ticketwire.events.gaps", "reason", reason);
    }

    private void gauge(String name, String description, FeedStatus status, ToDoubleFunction<FeedStatus> value) {
        Gauge.builder("ticketwire.events." + name, status, value)
                .description(description)
                .register(meters);
    }

    private static long count(@Nullable CopyProgress progress) {
        return progress == null ? 0 : progress.published();
    }

    @Override
    public void published(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            published(event.type()).increment();
            if (event.traceparent() != null) {
                trace(event);
            }
        }
    }

    private void trace(TicketEvent event) {
        Context request = telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), event, TRACEPARENT);
        tracer.spanBuilder("publish " + event.type().type())
                .setParent(request)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("ticketwire.event.id", event.id())
                .startSpan()
                .end();
    }

    @Override
    public void count(String reason) {
        gaps(reason).increment();
    }
}
