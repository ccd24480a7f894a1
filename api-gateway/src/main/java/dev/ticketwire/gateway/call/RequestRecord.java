package dev.ticketwire.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Measures every request and logs those that failed or changed something: never keys, bodies or addresses. */
@ApplicationScoped
class RequestRecord {
    private static final Logger LOG = Logger.getLogger("dev.ticketwire.gateway.requests");

    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    RequestRecord(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(Call call, int status, @Nullable String code) {
        String operation = call.target().tag();
        timers.computeIfAbsent(operation + status, key -> timer(operation, status))
                .record(System.nanoTime() - call.startNanos(), TimeUnit.NANOSECONDS);
        if (status >= 400 || call.commandId() != null) {
            log(call, operation, status, code);
        }
    }

    private Timer timer(String operation, int status) {
        return Timer.builder("ticketwire.requests")
                .description("Time from the first byte of a request to the end of its answer")
                .tags("operation", operation, "status", Integer.toString(status))
                .publishPercentileHistogram(false)
                .register(meters);
    }

    private static void log(Call call, String operation, int status, @Nullable String code) {
        Logger.Level level = status >= 500 ? Logger.Level.WARN : Logger.Level.INFO;
        if (!LOG.isEnabled(level)) {
            return;
        }
        put("operation", operation);
        put("status", status);
        put("command", call.commandId());
        put("ticket", call.number());
        put("code", code);
        LOG.log(level, status >= 400 ? "request refused" : "command answered");
        MDC.clear();
    }

    private static void put(String name, @Nullable Object value) {
        if (value != null) {
            MDC.put(name, value);
        }
    }
}
