package dev.ticketwire.gateway.deadletter;

import dev.ticketwire.contract.audit.AuditRecord;
import dev.ticketwire.gateway.audit.AuditTrail;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts what an operator did, and who was refused, on the audit trail. */
@ApplicationScoped
class OperatorRecord {
    private final AuditTrail trail;

    OperatorRecord(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param operator whether the operator's token came with it
     * @param code of the problem, null for none
     * @param letters that were replayed, null if it is about another thing
     */
    void ended(
            RoutingContext context,
            boolean operator,
            long startNanos,
            int status,
            @Nullable String code,
            @Nullable Integer letters) {
        if (!trail.isEnabled() || (status < 400 && context.request().method() == HttpMethod.GET)) {
            return;
        }
        String letter = context.pathParam("id");
        trail.add(new AuditRecord(
                Instant.now().toString(),
                UUID.randomUUID().toString(),
                operator ? AuditRecord.Actor.OPERATOR : AuditRecord.Actor.UNKNOWN,
                null,
                context.request().remoteAddress().hostAddress(),
                context.request().method().name(),
                operation(context),
                letter,
                status < 400 ? letter : null,
                null,
                status,
                code,
                AuditRecord.Result.of(status),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos),
                false,
                letters));
    }

    private static String operation(RoutingContext context) {
        return switch (context.request().method().name()) {
            case "POST" -> "dead-letter-replay";
            case "DELETE" -> "dead-letter-discard";
            default -> "dead-letter-read";
        };
    }
}
