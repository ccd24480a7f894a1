package dev.ticketwire.gateway.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Problem;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves requests on the management address that carry the operator's token; all others are refused. */
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
     * @param code of a problem whose body does not tell it; else null
     */
    public record Answer(
            int status,
            @Nullable Object body,
            @Nullable Integer items,
            @Nullable String argument,
            int freshSeconds,
            @Nullable String code) {
        public Answer(int status, @Nullable Object body) {
            this(status, body, null);
        }

        public Answer(int status, @Nullable Object body, @Nullable Integer items) {
            this(status, body, items, null);
        }

        public Answer(int status, @Nullable Object body, @Nullable Integer items, @Nullable String argument) {
            this(status, body, items, argument, 0, null);
        }

        /** The same, which may be shown again for so long. */
        public Answer fresh(int seconds) {
            return new Answer(status, body, items, argument, seconds, code);
        }

        /** The same, as a problem with this code. */
        Answer coded(String problem) {
            return new Answer(status, body, items, argument, freshSeconds, problem);
        }

        /** The code of a problem, null if the body is none. */
        @Nullable
        String problemCode() {
            return body instanceof Problem problem ? problem.code() : code;
        }
    }

    /**
     * Answers with the result of {@code work}, which may block.
     *
     * @param operation name in the audit
     * @param work may throw {@link Refused}; any other exception is an internal error
     */
    public void answer(RoutingContext context, String operation, Function<RoutingContext, Answer> work) {
        handle(
                context,
                operation,
                exchange -> vertx.executeBlocking(() -> work.apply(context), false)
                        .onSuccess(exchange::answer)
                        .onFailure(failure -> exchange.refuse(refusal(failure))));
    }

    /**
     * Lets {@code work} respond, now or later; it must not block.
     *
     * @param operation name in the audit
     * @param work as for {@link #answer}
     */
    public void handle(RoutingContext context, String operation, Consumer<OperatorExchange> work) {
        boolean isOperators = token.isPresent(context.request());
        OperatorExchange exchange = new OperatorExchange(context, operation, isOperators, audit, json);
        if (!isOperators) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            exchange.refuse(Refusal.of(ProblemCode.OPERATOR_TOKEN_MISSING, "The operator's token is needed"));
            return;
        }
        try {
            work.accept(exchange);
        } catch (RuntimeException e) {
            exchange.refuse(refusal(e));
        }
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.refusal();
        }
        LOG.error("an operator's request failed", failure);
        return Refusal.internalError();
    }
}
