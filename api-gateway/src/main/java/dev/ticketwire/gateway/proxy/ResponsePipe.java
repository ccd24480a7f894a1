package dev.ticketwire.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Streams a service's response to the client, at the client's pace. */
final class ResponsePipe {
    private final Vertx vertx;
    private final Duration stalled;

    /** @param stalled the response is aborted after this time without a byte although the client would accept more */
    ResponsePipe(Vertx vertx, Duration stalled) {
        this.vertx = vertx;
        this.stalled = stalled;
    }

    /** Fails if the response stalls. */
    Future<Void> pipe(HttpClientResponse from, HttpServerResponse to) {
        StallCheck stall = new StallCheck(from, to);
        long timer = vertx.setPeriodic(stalled.toMillis(), ignored -> stall.check());
        return from.pipeTo(to).onComplete(done -> vertx.cancelTimer(timer));
    }

    /**
     * Aborts a response of which no byte has arrived between two checks, although the client would have accepted it.
     */
    private static final class StallCheck {
        private final HttpClientResponse from;
        private final HttpServerResponse to;
        private long bytesAtLastCheck = -1;

        StallCheck(HttpClientResponse from, HttpServerResponse to) {
            this.from = from;
            this.to = to;
        }

        void check() {
            if (to.writeQueueFull()) {
                bytesAtLastCheck = -1;
            } else if (bytesAtLastCheck == to.bytesWritten()) {
                from.request().reset();
            } else {
                bytesAtLastCheck = to.bytesWritten();
            }
        }
    }
}
