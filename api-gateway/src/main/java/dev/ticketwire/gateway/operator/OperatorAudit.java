package dev.ticketwire.gateway.operator;

import dev.ticketwire.contract.message.AuditRecord;
import dev.ticketwire.gateway.audit.AuditTrail;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records operators' changes, and refused requests, in the audit trail. */
@ApplicationScoped
class OperatorAudit {
    private final AuditTrail trail;

    OperatorAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Records a request that has ended; successful reads are left out. */
    void record(OperatorExchange request, OperatorEndpoint.Answer answer) {
        HttpServerRequest http = request.context().request();
        if (!trail.isEnabled() || (answer.status() < 400 && http.method() == HttpMethod.GET)) {
            return;
        }
        String id = request.context().pathParam("id");
        trail.add(new AuditRecord(
                Instant.now().toString(),
                UUID.randomUUID().toString(),
                request.isOperators() ? AuditRecord.Actor.OPERATOR : AuditRecord.Actor.UNKNOWN,
                null,
                http.remoteAddress().hostAddress(),
                http.method().name(),
                request.operation(),
                answer.argument() == null ? id : answer.argument(),
                commandId(request, answer, id),
                null,
                answer.status(),
                answer.problemCode(),
                AuditRecord.Result.of(answer.status()),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.startNanos()),
                false,
                answer.items()));
    }

    /** A dead letter has the id of its command. */
    private static @Nullable String commandId(
            OperatorExchange request, OperatorEndpoint.Answer answer, @Nullable String id) {
        return request.operation().startsWith("dead-letter") && answer.status() < 400 ? id : null;
    }
}
