package dev.ticketwire.gateway.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers the operator's requests, and nobody else's: work that may block, off the event loop. */
@ApplicationScoped
public class OperatorEndpoint {
    private static final Logger LOG = Logger.getLogger(OperatorEndpoint.class);

    private final Vertx vertx;
    private final OperatorToken token;
    private final OperatorAudit record;
    private final ObjectMapper json;

    OperatorEndpoint(Vertx vertx, OperatorToken token, OperatorAudit record, ObjectMapper json) {
        this.vertx = vertx;
        this.token = token;
        this.record = record;
        this.json = json;
    }

    /**
     * @param body null for none
     * @param items how many things it was done to, for the audit; null if that says nothing
     * @param argument what it was done to, for the audit; null if the path says so
     */
    public record Answer(
            int status,
            @Nullable Object body,
            @Nullable Integer items,
            @Nullable String argument) {
        public Answer(int status, @Nullable Object body) {
            this(status, body, null, null);
        }

        public Answer(int status, @Nullable Object body, @Nullable Integer items) {
            this(status, body, items, null);
        }
    }

    /** A request on its way. */
    private record Request(RoutingContext context, String operation, boolean isOperators, long startNanos) {}

    /**
     * @param operation what the audit calls it
     * @param work may throw {@link Refused}; another exception is an internal error
     */
    public void answer(RoutingContext context, String operation, Function<RoutingContext, Answer> work) {
        Request request = new Request(context, operation, token.isSentWith(context.request()), System.nanoTime());
        if (!request.isOperators) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            end(request, problem(Refusal.of(ProblemCode.OPERATOR_TOKEN_MISSING, "The operator's token is needed")));
            return;
        }
        vertx.executeBlocking(() -> work.apply(context), false).onComplete(done -> {
            if (done.succeeded()) {
                end(request, done.result());
            } else if (done.cause() instanceof Refused refused) {
                end(request, problem(refused.refusal()));
            } else {
                LOG.error("an operator's request failed", done.cause());
                end(request, problem(Refusal.internalError()));
            }
        });
    }

    private static Answer problem(Refusal refusal) {
        return new Answer(refusal.status(), Problem.of(refusal));
    }

    private void end(Request request, Answer answer) {
        String code = answer.body instanceof Problem problem ? problem.code() : null;
        record.ended(
                request.context,
                request.operation,
                request.isOperators,
                request.startNanos,
                answer.status,
                code,
                answer.items,
                answer.argument);
        var response = request.context
                .response()
                .setStatusCode(answer.status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (answer.body == null) {
            response.end();
            return;
        }
        response.putHeader(
                HttpHeaders.CONTENT_TYPE,
                answer.status < 400 ? "application/json; charset=UTF-8" : Problem.CONTENT_TYPE);
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(answer.body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
