package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.Authorization;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.ReadProxy;
import dev.ticketwire.rest.request.AcceptHeader;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers {@code GET /events}: a stream for who accepts {@code text/event-stream}, else a page like any other read. */
@ApplicationScoped
public class EventHandler {
    static final String STREAM = "text/event-stream";

    private static final String JSON = "application/json";

    private final Authorization authorization;
    private final ReadProxy reads;
    private final EventStreams streams;
    private final Responses responses;

    EventHandler(Authorization authorization, ReadProxy reads, EventStreams streams, Responses responses) {
        this.authorization = authorization;
        this.reads = reads;
        this.streams = streams;
        this.responses = responses;
    }

    /** @throws Refused if the key may not read events, or has reached a limit */
    public void answer(Call call) {
        if (isStream(call.request())) {
            authorization.authorizeStream(call);
            streams.open(new KeyStreamClient(call, authorization, responses));
        } else {
            authorization.authorize(call);
            reads.answer(call);
        }
    }

    static boolean isStream(HttpServerRequest request) {
        String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
        return AcceptHeader.parse(accept).asksFor(STREAM, JSON);
    }

    static Refusal away() {
        return Refusal.of(
                ProblemCode.EVENTS_UNAVAILABLE, "The event service cannot be reached, connect again after a while");
    }
}
