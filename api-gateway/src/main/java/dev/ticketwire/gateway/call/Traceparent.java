package dev.ticketwire.gateway.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context: the current span where tracing is on, else the caller's header. */
public final class Traceparent {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** Null if absent or malformed. */
    public static @Nullable String of(HttpServerRequest request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                    + span.getTraceFlags().asHex();
        }
        String sent = request.getHeader("traceparent");
        return sent != null && FORM.matcher(sent).matches() ? sent : null;
    }
}
