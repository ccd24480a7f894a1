package dev.ticketwire.gateway.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.operator.OperatorEndpoint.Answer;
import dev.ticketwire.rest.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * A request on the management address and its response, which is sent once. Confined to the event loop of the request,
 * except for {@link #answer} and {@link #refuse}.
 */
public final class OperatorExchange {
    private final RoutingContext context;
    private final String operation;
    private final boolean isOperators;
    private final OperatorAudit audit;
    private final ObjectMapper json;
    private final long startNanos = System.nanoTime();

    OperatorExchange(
            RoutingContext context, String operation, boolean isOperators, OperatorAudit audit, ObjectMapper json) {
        this.context = context;
        this.operation = operation;
        this.isOperators = isOperators;
        this.audit = audit;
        this.json = json;
    }

    public RoutingContext context() {
        return context;
    }

    String operation() {
        return operation;
    }

    /** Whether it has the operator's token. */
    boolean isOperators() {
        return isOperators;
    }

    long startNanos() {
        return startNanos;
    }

    /** Responds; a body that is a {@link Buffer} is JSON already. */
    public void answer(Answer answer) {
        audit.record(this, answer);
        HttpServerResponse response = head(answer.status(), caching(answer));
        Object body = answer.body();
        if (body == null) {
            response.end();
            return;
        }
        String type = answer.status() < 400 ? "application/json; charset=UTF-8" : Problem.CONTENT_TYPE;
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(body instanceof Buffer ready ? ready : bytes(body));
    }

    /** Responds with a problem. */
    public void refuse(Refusal refusal) {
        answer(new Answer(refusal.status(), Problem.of(refusal)));
    }

    /** As {@link #refuse(Refusal)}, with further members of the problem. */
    public void refuse(Refusal refusal, Map<String, String> members) {
        ObjectNode problem = json.valueToTree(Problem.of(refusal));
        members.forEach(problem::put);
        answer(new Answer(refusal.status(), problem, null, null).coded(refusal.code()));
    }

    /** Begins a successful response that the caller streams and ends. */
    public HttpServerResponse begin(String contentType) {
        audit.record(this, new Answer(200, null));
        return head(200, "no-store").putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    }

    private HttpServerResponse head(int status, String caching) {
        return context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .putHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .putHeader("X-Content-Type-Options", "nosniff");
    }

    private static String caching(Answer answer) {
        return answer.freshSeconds() == 0 ? "no-store" : "private, max-age=" + answer.freshSeconds();
    }

    private Buffer bytes(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
