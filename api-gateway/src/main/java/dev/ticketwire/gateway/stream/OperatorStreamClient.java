package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Traceparent;
import dev.ticketwire.gateway.operator.OperatorExchange;
import dev.ticketwire.gateway.proxy.ServiceProblems.ServiceProblem;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** A request with the operator's token, which sees all events; the token stays good for as long as the gateway runs. */
record OperatorStreamClient(OperatorExchange exchange, Context context) implements StreamClient {
    @Override
    public HttpServerRequest request() {
        return exchange.context().request();
    }

    @Override
    public Identity identity() {
        return Identity.GATEWAY;
    }

    @Override
    public @Nullable Refusal refusal() {
        return null;
    }

    @Override
    public @Nullable String traceparent() {
        return Traceparent.of(request());
    }

    @Override
    public @Nullable HttpServerResponse start(MultiMap headers) {
        HttpServerResponse to = exchange.begin(EventHandler.STREAM);
        headers.forEach((name, value) -> to.headers().set(name, value));
        return to;
    }

    @Override
    public void refuse(Refusal refusal) {
        exchange.refuse(refusal);
    }

    @Override
    public void refuse(ServiceProblem problem) {
        exchange.refuse(problem.refusal(), problem.members());
    }

    @Override
    public void onEnd(Runnable handler) {
        exchange.context().addEndHandler(ended -> handler.run());
    }
}
