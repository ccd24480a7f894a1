package dev.ticketwire.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Passes an answer's bytes on, at the pace of who reads them. */
final class ResponsePipe {
    private final Vertx vertx;
    private final Duration stalled;

    /** @param stalled after this long without a byte more, of which the reader would take more, the answer is given up */
    ResponsePipe(Vertx vertx, Duration stalled) {
        this.vertx = vertx;
        this.stalled = stalled;
    }

    /** Fails if no more of it comes. */
    Future<Void> through(HttpClientResponse from, HttpServerResponse to) {
        Stall stall = new Stall(from, to);
        long timer = vertx.setPeriodic(stalled.toMillis(), ignored -> stall.check());
        return from.pipeTo(to).onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Gives an answer up of which nothing has come between two checks, although it could have been passed on. */
    private static final class Stall {
        private final HttpClientResponse from;
        private final HttpServerResponse to;
        private long passedOn = -1;

        Stall(HttpClientResponse from, HttpServerResponse to) {
            this.from = from;
            this.to = to;
        }

        void check() {
            if (to.writeQueueFull()) {
                passedOn = -1;
            } else if (passedOn == to.bytesWritten()) {
                from.request().reset();
            } else {
                passedOn = to.bytesWritten();
            }
        }
    }
}
