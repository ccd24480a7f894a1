package dev.ticketwire.gateway.call;

import dev.ticketwire.contract.audit.AuditRecord;
import dev.ticketwire.gateway.audit.AuditTrail;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Measures every request; logs those that failed or changed something, and puts them on the audit trail. Keys and bodies
 * are in neither, addresses in the trail alone.
 */
@ApplicationScoped
class RequestLog {
    private static final Logger LOG = Logger.getLogger("dev.ticketwire.gateway.requests");

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
        // What a load balancer asks every second is nobody's request.
        boolean isOnRecord = call.target().operation() != Operation.HEALTH;
        if (isOnRecord && (status >= 400 || call.commandId() != null)) {
            log(call, operation, status, code);
            if (trail.isEnabled()) {
                trail.add(audit(call, status, code, TimeUnit.NANOSECONDS.toMillis(nanos)));
            }
        }
    }

    private static AuditRecord audit(Call call, int status, @Nullable String code, long millis) {
        RequestTarget target = call.target();
        return new AuditRecord(
                Instant.now().toString(),
                UUID.randomUUID().toString(),
                call.keyId() == null ? AuditRecord.Actor.UNKNOWN : AuditRecord.Actor.KEY,
                call.keyId(),
                call.knownAddress(),
                call.request().method().name(),
                target.tag(),
                // A receipt is for its sender alone.
                target.operation() == Operation.RECEIPT ? null : target.argument(),
                call.commandId(),
                call.number(),
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
