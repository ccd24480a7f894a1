package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.proxy.ServiceProblems;
import dev.ticketwire.rest.drain.ConnectionsRefused;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
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
    private final ServiceProblems problems;
    private final Set<StreamPipe> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;

    EventStreams(
            Vertx vertx, EventService service, StreamSettings settings, StreamBounds bounds, ServiceProblems problems) {
        this.vertx = vertx;
        this.service = service;
        this.settings = settings;
        this.bounds = bounds;
        this.problems = problems;
    }

    /** Before the server waits for open requests, which streams would be for ever. */
    void stop(@Observes ConnectionsRefused event) {
        isStopping = true;
        open.forEach(
                pipe -> pipe.client().context().runOnContext(ignored -> pipe.cutOff("shutdown", "the gateway stops")));
    }

    /**
     * Opens a stream for who may have one; a HEAD only learns whether it could be opened.
     *
     * @throws Refused if there are too many
     */
    void open(StreamClient client) {
        if (isStopping) {
            throw Refused.unavailable("The gateway stops, connect again");
        }
        Identity identity = client.identity();
        bounds.enter(identity.apiKeyId());
        client.onEnd(() -> bounds.leave(identity.apiKeyId()));
        String query = client.request().query();
        String uri = query == null || query.isEmpty() ? "/events" : "/events?" + query;
        service.send(client.request().method(), uri, headers(client), Buffer.buffer(), identity, settings.timeout())
                .onSuccess(from -> opened(client, from, identity))
                .onFailure(failure -> client.refuse(EventHandler.away()));
    }

    private static MultiMap headers(StreamClient client) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, EventHandler.STREAM);
        String lastId = client.request().getHeader(LAST_ID);
        if (lastId != null) {
            headers.set(LAST_ID, lastId);
        }
        String traceparent = client.traceparent();
        if (traceparent != null) {
            headers.set("traceparent", traceparent);
        }
        return headers;
    }

    private void opened(StreamClient client, HttpClientResponse from, Identity identity) {
        if (from.statusCode() != 200) {
            service.body(from, settings.timeout())
                    .onSuccess(body -> client.refuse(problems.problem(from.statusCode(), body)))
                    .onFailure(failure -> client.refuse(EventHandler.away()));
            return;
        }
        HttpServerResponse to = client.request().response().closed() ? null : start(client);
        boolean isHead = client.request().method() == HttpMethod.HEAD;
        if (to == null || isHead) {
            // A reset would be logged as an error otherwise.
            from.exceptionHandler(ignored -> {});
            from.request().reset();
        }
        if (to != null && isHead) {
            to.end();
        } else if (to != null) {
            pipe(client, from, to, identity);
        }
    }

    private static @Nullable HttpServerResponse start(StreamClient client) {
        return client.start(MultiMap.caseInsensitiveMultiMap()
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                // Of nginx, which would hold events back.
                .set("X-Accel-Buffering", "no"));
    }

    private void pipe(StreamClient client, HttpClientResponse from, HttpServerResponse to, Identity identity) {
        StreamPipe pipe = new StreamPipe(client, from, to, bounds);
        open.add(pipe);
        if (client.request().getHeader(LAST_ID) != null) {
            bounds.resumed();
        }
        long timer = vertx.setPeriodic(settings.check().toMillis(), ignored -> check(pipe, identity));
        client.onEnd(() -> {
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
        Refusal refusal = pipe.client().refusal();
        if (refusal != null) {
            pipe.cutOff(refusal.code(), refusal.code());
        } else if (!pipe.client().identity().equals(identity)) {
            pipe.cutOff("key-changed", "the key has changed, connect again");
        } else if (pipe.isSilentFor(settings.silence())) {
            pipe.cutOff("silence", "the event service gives no sign of life, connect again");
        }
    }
}
