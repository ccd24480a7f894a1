package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.proxy.ServiceProblems.ServiceProblem;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Who asks for a stream: a key on the public address, or an operator. Confined to the event loop of its request. */
interface StreamClient {
    HttpServerRequest request();

    Context context();

    /** On whose behalf the event service is asked, as of now. */
    Identity identity();

    /** Why the client may no longer have a stream; null if it may. */
    @Nullable
    Refusal refusal();

    /** W3C trace context to pass on, null if the request is not traced. */
    @Nullable
    String traceparent();

    /** Begins the response 200; null if there is one already. */
    @Nullable
    HttpServerResponse start(MultiMap headers);

    void refuse(Refusal refusal);

    void refuse(ServiceProblem problem);

    /** Runs {@code handler} once the response has ended or the connection is closed. */
    void onEnd(Runnable handler);
}
