package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.Authorization;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.proxy.ServiceProblems;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.rest.drain.ConnectionsRefused;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens event streams, and ends those whose key may no longer have them. */
@ApplicationScoped
class EventStreams {
    private static final String LAST_ID = "Last-Event-ID";

    private final Vertx vertx;
    private final EventService service;
    private final StreamSettings settings;
    private final StreamBounds bounds;
    private final Authorization authorization;
    private final Responses responses;
    private final ServiceProblems problems;
    private final Set<StreamPipe> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;

    EventStreams(
            Vertx vertx,
            EventService service,
            StreamSettings settings,
            StreamBounds bounds,
            Authorization authorization,
            Responses responses,
            ServiceProblems problems) {
        this.vertx = vertx;
        this.service = service;
        this.settings = settings;
        this.bounds = bounds;
        this.authorization = authorization;
        this.responses = responses;
        this.problems = problems;
    }

    /** Before the server waits for open requests, which streams would be for ever. */
    void stop(@Observes ConnectionsRefused event) {
        isStopping = true;
        open.forEach(
                pipe -> pipe.call().context().runOnContext(ignored -> pipe.cutOff("shutdown", "the gateway stops")));
    }

    /**
     * Opens a stream for an authorized call; a HEAD only learns whether it could be opened.
     *
     * @throws Refused if there are too many
     */
    void open(Call call) {
        if (isStopping) {
            throw Refused.unavailable("The gateway stops, connect again");
        }
        int key = call.key().id();
        bounds.enter(key);
        call.onEnd(() -> bounds.leave(key));
        Identity identity = identity(call.key());
        String query = call.request().query();
        String uri = query == null || query.isEmpty() ? "/events" : "/events?" + query;
        service.send(call.request().method(), uri, headers(call), Buffer.buffer(), identity, settings.timeout())
                .onSuccess(from -> opened(call, from, identity))
                .onFailure(failure -> responses.refuse(call, EventHandler.away()));
    }

    private static Identity identity(ApiKey key) {
        return new Identity(
                key.id(), key.settings().departments(), key.settings().seesNotes());
    }

    private static MultiMap headers(Call call) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, EventHandler.STREAM);
        String lastId = call.request().getHeader(LAST_ID);
        if (lastId != null) {
            headers.set(LAST_ID, lastId);
        }
        if (call.traceparent() != null) {
            headers.set("traceparent", call.traceparent());
        }
        return headers;
    }

    private void opened(Call call, HttpClientResponse from, Identity identity) {
        if (from.statusCode() != 200) {
            service.body(from, settings.timeout())
                    .onSuccess(body -> problems.answer(call, from.statusCode(), body))
                    .onFailure(failure -> responses.refuse(call, EventHandler.away()));
            return;
        }
        HttpServerResponse to = call.request().response().closed() ? null : start(call);
        if (to == null || call.isHead()) {
            // A reset would be logged as an error otherwise.
            from.exceptionHandler(ignored -> {});
            from.request().reset();
        }
        if (to != null && call.isHead()) {
            to.end();
        } else if (to != null) {
            pipe(call, from, to, identity);
        }
    }

    private @Nullable HttpServerResponse start(Call call) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                // Of nginx, which would hold events back.
                .set("X-Accel-Buffering", "no");
        HttpServerResponse to = responses.start(call, 200, EventHandler.STREAM, headers);
        if (to != null) {
            responses.streamed(call, 200);
        }
        return to;
    }

    private void pipe(Call call, HttpClientResponse from, HttpServerResponse to, Identity identity) {
        StreamPipe pipe = new StreamPipe(call, from, to, bounds);
        open.add(pipe);
        if (call.request().getHeader(LAST_ID) != null) {
            bounds.resumed();
        }
        long timer = vertx.setPeriodic(settings.check().toMillis(), ignored -> check(pipe, identity));
        call.onEnd(() -> {
            vertx.cancelTimer(timer);
            open.remove(pipe);
            pipe.closed();
        });
        pipe.start();
        if (isStopping) {
            pipe.cutOff("shutdown", "the gateway stops");
        }
    }

    private void check(StreamPipe pipe, Identity identity) {
        var refusal = authorization.refusal(pipe.call());
        if (refusal != null) {
            pipe.cutOff(refusal.code(), refusal.code());
        } else if (!identity(pipe.call().key()).equals(identity)) {
            pipe.cutOff("key-changed", "the key has changed, connect again");
        } else if (pipe.isSilentFor(settings.silence())) {
            pipe.cutOff("silence", "the event service gives no sign of life, connect again");
        }
    }
}
