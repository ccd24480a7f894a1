package dev.ticketwire.gateway.call;

import dev.ticketwire.contract.message.AuditRecord;
import dev.ticketwire.gateway.audit.AuditTrail;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Records finished requests: metrics for all of them; a log line and an audit record for those that failed or sent a
 * command or another change. Neither holds keys or bodies; addresses are in the audit only.
 */
@ApplicationScoped
class RequestLog {
    private static final Logger LOG = Logger.getLogger("dev.ticketwire.gateway.requests");

    /** Few, because there are as many for each operation and status; quantiles over all gateways come from them. */
    private static final Duration[] BUCKETS = Stream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final AuditTrail trail;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    RequestLog(MeterRegistry meters, AuditTrail trail) {
        this.meters = meters;
        this.trail = trail;
    }

    void ended(Call call, int status, @Nullable String code) {
        String operation = call.target().tag();
        long nanos = System.nanoTime() - call.startNanos();
        timers.computeIfAbsent(operation + status, key -> timer(operation, status))
                .record(nanos, TimeUnit.NANOSECONDS);
        // Load balancers ask for health every second.
        boolean isRecorded = call.target().operation() != Operation.HEALTH;
        if (isRecorded && (status >= 400 || call.commandId() != null || isChange(call))) {
            log(call, operation, status, code);
            if (trail.isEnabled()) {
                trail.add(audit(call, status, code, TimeUnit.NANOSECONDS.toMillis(nanos)));
            }
        }
    }

    /** A change that is no command. */
    private static boolean isChange(Call call) {
        return call.target().operation() == Operation.WEBHOOK_CHANGE
                || call.target().operation() == Operation.WEBHOOK_TEST;
    }

    private static AuditRecord audit(Call call, int status, @Nullable String code, long millis) {
        RequestTarget target = call.target();
        return new AuditRecord(
                Instant.now().toString(),
                UUID.randomUUID().toString(),
                call.keyId() == null ? AuditRecord.Actor.UNKNOWN : AuditRecord.Actor.KEY,
                call.keyId(),
                call.clientAddressOrNull(),
                call.request().method().name(),
                target.tag(),
                // A receipt is confidential.
                target.operation() == Operation.RECEIPT ? null : call.argument(),
                call.commandId(),
                call.ticketNumber(),
                status,
                code,
                Objects.requireNonNullElse(call.result(), AuditRecord.Result.of(status)),
                millis,
                target.legacy(),
                call.items());
    }

    private Timer timer(String operation, int status) {
        return Timer.builder("ticketwire.requests")
                .description("Time from the first byte of a request to the end of its answer")
                .tags("operation", operation, "status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private static void log(Call call, String operation, int status, @Nullable String code) {
        Logger.Level level = status >= 500 ? Logger.Level.WARN : Logger.Level.INFO;
        if (!LOG.isEnabled(level)) {
            return;
        }
        String message = status >= 400 ? "request refused" : "command answered";
        log(level, message, fields(call, operation, status, code));
    }

    /** Adds {@code fields} to the line. Removes only them from the MDC: other entries, such as a trace id, stay. */
    static void log(Logger.Level level, String message, Map<String, Object> fields) {
        fields.forEach(MDC::put);
        try {
            LOG.log(level, message);
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }

    private static Map<String, Object> fields(Call call, String operation, int status, @Nullable String code) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("operation", operation);
        fields.put("status", status);
        putIfPresent(fields, "command", call.commandId());
        putIfPresent(fields, "ticket", call.ticketNumber());
        putIfPresent(fields, "code", code);
        return fields;
    }

    private static void putIfPresent(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
