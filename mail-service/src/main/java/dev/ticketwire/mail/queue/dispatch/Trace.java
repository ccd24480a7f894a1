package dev.ticketwire.mail.queue.dispatch;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.smtp.SendResult;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The span of an attempt, in the trace of the request that caused the mail. */
final class Trace {
    private static final TextMapGetter<StoredMail> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(StoredMail carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable StoredMail carrier, String key) {
            return carrier != null && key.equals("traceparent") ? carrier.traceparent() : null;
        }
    };

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    Trace(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("ticketwire");
    }

    Span begin(StoredMail mail) {
        Context parent = telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), mail, TRACEPARENT);
        Span span = tracer.spanBuilder("send mail")
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("ticketwire.mail.id", mail.id())
                .setAttribute("ticketwire.mail.type", mail.type().label())
                .startSpan();
        if (mail.number() != null) {
            span.setAttribute("ticketwire.ticket.number", mail.number());
        }
        return span;
    }

    static void end(Span span, SendResult result) {
        switch (result) {
            case SendResult.Sent sent -> end(span, sent.server(), sent.status(), null);
            case SendResult.Refused refused -> end(span, refused.server(), refused.status(), refused.error());
            case SendResult.Deferred deferred -> end(span, deferred.server(), deferred.status(), deferred.error());
            case SendResult.Unreachable away -> end(span, away.server(), away.status(), away.error());
        }
        span.end();
    }

    private static void end(Span span, String server, int status, @Nullable String error) {
        span.setAttribute("server.address", server).setAttribute("smtp.status", status);
        if (error != null) {
            span.setStatus(StatusCode.ERROR, error);
        }
    }
}
