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
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves requests on the management address that carry the operator's token; their work may block. */
@ApplicationScoped
public class OperatorEndpoint {
    private static final Logger LOG = Logger.getLogger(OperatorEndpoint.class);

    private final Vertx vertx;
    private final OperatorToken token;
    private final OperatorAudit audit;
    private final ObjectMapper json;

    OperatorEndpoint(Vertx vertx, OperatorToken token, OperatorAudit audit, ObjectMapper json) {
        this.vertx = vertx;
        this.token = token;
        this.audit = audit;
        this.json = json;
    }

    /**
     * @param body null for none
     * @param items number of affected things, for the audit; null if that does not apply
     * @param argument the affected thing, for the audit; null if it is in the path
     * @param freshSeconds how long the operator's own browser may show it again; 0 for not at all
     */
    public record Answer(
            int status,
            @Nullable Object body,
            @Nullable Integer items,
            @Nullable String argument,
            int freshSeconds) {
        public Answer(int status, @Nullable Object body) {
            this(status, body, null);
        }

        public Answer(int status, @Nullable Object body, @Nullable Integer items) {
            this(status, body, items, null);
        }

        public Answer(int status, @Nullable Object body, @Nullable Integer items, @Nullable String argument) {
            this(status, body, items, argument, 0);
        }

        /** The same, which may be shown again for so long. */
        public Answer fresh(int seconds) {
            return new Answer(status, body, items, argument, seconds);
        }

        /** The code of a problem, null if the body is none. */
        @Nullable
        String problemCode() {
            return body instanceof Problem problem ? problem.code() : null;
        }
    }

    /** A request in progress. */
    record Request(RoutingContext context, String operation, boolean isOperators, long startNanos) {}

    /**
     * @param operation name in the audit
     * @param work may throw {@link Refused}; any other exception is an internal error
     */
    public void answer(RoutingContext context, String operation, Function<RoutingContext, Answer> work) {
        Request request = new Request(context, operation, token.isPresent(context.request()), System.nanoTime());
        if (!request.isOperators) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            end(request, problem(Refusal.of(ProblemCode.OPERATOR_TOKEN_MISSING, "The operator's token is needed")));
            return;
        }
        vertx.executeBlocking(() -> work.apply(context), false)
                .onSuccess(answer -> end(request, answer))
                .onFailure(failure -> end(request, problem(failure)));
    }

    private static Answer problem(Throwable failure) {
        if (failure instanceof Refused refused) {
            return problem(refused.refusal());
        }
        LOG.error("an operator's request failed", failure);
        return problem(Refusal.internalError());
    }

    private static Answer problem(Refusal refusal) {
        return new Answer(refusal.status(), Problem.of(refusal));
    }

    private void end(Request request, Answer answer) {
        audit.record(request, answer);
        HttpServerResponse response = request.context
                .response()
                .setStatusCode(answer.status)
                .putHeader(HttpHeaders.CACHE_CONTROL, caching(answer))
                .putHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .putHeader("X-Content-Type-Options", "nosniff");
        if (answer.body == null) {
            response.end();
            return;
        }
        String type = answer.status < 400 ? "application/json; charset=UTF-8" : Problem.CONTENT_TYPE;
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(bytes(answer.body));
    }

    private static String caching(Answer answer) {
        return answer.freshSeconds == 0 ? "no-store" : "private, max-age=" + answer.freshSeconds;
    }

    private Buffer bytes(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
