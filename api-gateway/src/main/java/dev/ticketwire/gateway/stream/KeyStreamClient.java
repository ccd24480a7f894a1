package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.access.Authorization;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.ServiceProblems.ServiceProblem;
import dev.ticketwire.osticket.reference.ApiKey;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** An authorized call on the public address. */
record KeyStreamClient(Call call, Authorization authorization, Responses responses) implements StreamClient {
    @Override
    public HttpServerRequest request() {
        return call.request();
    }

    @Override
    public Context context() {
        return call.context();
    }

    @Override
    public Identity identity() {
        ApiKey key = call.key();
        return new Identity(
                key.id(), key.settings().departments(), key.settings().seesNotes());
    }

    @Override
    public @Nullable Refusal refusal() {
        return authorization.refusal(call);
    }

    @Override
    public @Nullable String traceparent() {
        return call.traceparent();
    }

    @Override
    public @Nullable HttpServerResponse start(MultiMap headers) {
        HttpServerResponse to = responses.start(call, 200, EventHandler.STREAM, headers);
        if (to != null) {
            responses.streamed(call, 200);
        }
        return to;
    }

    @Override
    public void refuse(Refusal refusal) {
        responses.refuse(call, refusal);
    }

    @Override
    public void refuse(ServiceProblem problem) {
        responses.refuse(call, problem.refusal(), problem.members());
    }

    @Override
    public void onEnd(Runnable handler) {
        call.onEnd(handler);
    }
}
