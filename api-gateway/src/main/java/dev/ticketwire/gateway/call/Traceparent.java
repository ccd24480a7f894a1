package dev.ticketwire.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context as the caller sent it: passed on even where nothing is traced here. */
public final class Traceparent {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** Null if there is none, or it is malformed. */
    public static @Nullable String of(HttpServerRequest request) {
        String sent = request.getHeader("traceparent");
        return sent != null && FORM.matcher(sent).matches() ? sent : null;
    }
}
