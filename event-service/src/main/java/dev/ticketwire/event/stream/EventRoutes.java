package dev.ticketwire.event.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.request.IdentityCheck;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code GET /events}: a stream for who accepts {@code text/event-stream}, else a page. A route of its own rather than a
 * resource, because a stream is written in the bytes that all clients share, and holds no thread.
 */
@ApplicationScoped
class EventRoutes {
    private static final String PATH = "/events";
    /** Before the resources. */
    private static final int ORDER = -1;

    private final IdentityCheck identities;
    private final ReferenceSnapshot snapshot;
    private final EventStreams streams;
    private final EventPages pages;
    private final StreamProblems problems;

    EventRoutes(
            IdentityCheck identities,
            ReferenceSnapshot snapshot,
            EventStreams streams,
            EventPages pages,
            StreamProblems problems) {
        this.identities = identities;
        this.snapshot = snapshot;
        this.streams = streams;
        this.pages = pages;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(this::answer);
    }

    private void answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response = request.response();
        try {
            Identity caller = identities.caller(request.getHeader(Identity.HEADER));
            EventRequest wanted = EventRequest.parse(request, caller, snapshot::current);
            if (wanted.isStream()) {
                streams.open(request, wanted).onFailure(failure -> problems.answer(response, failure));
            } else {
                pages.page(wanted)
                        .onSuccess(page -> send(request, page))
                        .onFailure(failure -> problems.answer(response, failure));
            }
        } catch (RuntimeException e) {
            problems.answer(response, e);
        }
    }

    private static void send(HttpServerRequest request, Buffer page) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(page.length()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(page);
        }
    }
}
