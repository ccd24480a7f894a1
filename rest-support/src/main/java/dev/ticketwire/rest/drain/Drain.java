package dev.ticketwire.rest.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/**
 * What happens between SIGTERM and the end, so that a load balancer need not lose a request. At once: the service is not
 * ready, and every answer announces that its connection ends; requests are served as before. Shortly before the end of
 * {@code quarkus.shutdown.delay}: connections are refused, which a balancer takes for "ask another one" for any method.
 * Then the server waits for the requests in flight, at most {@code quarkus.shutdown.timeout}.
 */
@ApplicationScoped
public class Drain {
    /** Before every other route. */
    private static final int ORDER = Integer.MIN_VALUE;

    private static final String CLOSE = "close";

    private final Vertx vertx;
    private final DrainSettings settings;
    private final Event<ConnectionsRefused> refused;
    private final Listeners listeners = new Listeners();
    private volatile boolean hasBegun;
    private volatile boolean isRefusing;
    private volatile long refusingSince;

    Drain(Vertx vertx, DrainSettings settings, Event<ConnectionsRefused> refused) {
        this.vertx = vertx;
        this.settings = settings;
        this.refused = refused;
    }

    /** Whether the service is to end: nobody should send it further requests. */
    public boolean hasBegun() {
        return hasBegun;
    }

    /** Whether requests in flight have waited long enough for others, and should be answered with what is known. */
    public boolean isLastCall() {
        return isRefusing
                && System.nanoTime() - refusingSince > settings.patience().toNanos();
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        listeners.learn(routing.request());
        // When it answers, not when it is asked: a request in flight at the signal is to end its connection, too.
        routing.addHeadersEndHandler(head -> announceEnd(routing.request()));
        routing.next();
    }

    private void announceEnd(HttpServerRequest request) {
        if (!hasBegun) {
            return;
        }
        HttpConnection connection = request.connection();
        boolean isHttp2 = request.version() == HttpVersion.HTTP_2;
        if (!isHttp2) {
            request.response().putHeader(HttpHeaders.CONNECTION, CLOSE);
        }
        // Of HTTP/2, whose other requests go on: a GOAWAY, and the end when they are answered.
        QuarkusRequestWrapper.get(request).addRequestDoneHandler(done -> {
            if (isHttp2) {
                connection.shutdown();
            } else {
                connection.close();
            }
        });
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        hasBegun = true;
        long millis = settings.untilRefusing().toMillis();
        if (millis == 0) {
            refuseConnections();
        } else {
            vertx.setTimer(millis, timer -> refuseConnections());
        }
    }

    private void refuseConnections() {
        listeners.close();
        refusingSince = System.nanoTime();
        isRefusing = true;
        refused.fire(new ConnectionsRefused());
    }
}
