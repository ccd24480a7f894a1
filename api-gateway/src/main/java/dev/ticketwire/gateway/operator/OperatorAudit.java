package dev.ticketwire.gateway.operator;

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
class OperatorAudit {
    private final AuditTrail trail;

    OperatorAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param operation what was asked for, such as {@code dead-letter-replay}
     * @param operator whether the operator's token came with it
     * @param code of the problem, null for none
     * @param items how many things it was done to, null if that says nothing
     * @param argument what it was done to, null if the path says so
     */
    void ended(
            RoutingContext context,
            String operation,
            boolean operator,
            long startNanos,
            int status,
            @Nullable String code,
            @Nullable Integer items,
            @Nullable String argument) {
        if (!trail.isEnabled() || (status < 400 && context.request().method() == HttpMethod.GET)) {
            return;
        }
        String id = context.pathParam("id");
        boolean isLetter = operation.startsWith("dead-letter");
        trail.add(new AuditRecord(
                Instant.now().toString(),
                UUID.randomUUID().toString(),
                operator ? AuditRecord.Actor.OPERATOR : AuditRecord.Actor.UNKNOWN,
                null,
                context.request().remoteAddress().hostAddress(),
                context.request().method().name(),
                operation,
                argument == null ? id : argument,
                isLetter && status < 400 ? id : null,
                null,
                status,
                code,
                AuditRecord.Result.of(status),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos),
                false,
                items));
    }
}
