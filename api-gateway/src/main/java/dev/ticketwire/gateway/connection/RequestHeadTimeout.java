package dev.ticketwire.gateway.connection;

import io.micrometer.core.instrument.Metrics;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client began a request and does not come to the end of its head. The time runs while bytes
 * have come to which there is neither a request nor an answer; a connection that says nothing is left to the idle
 * timeout. One per connection, confined to its event loop.
 */
public final class RequestHeadTimeout extends ChannelDuplexHandler {
    private final long nanos;
    private @Nullable Future<?> timer;
    private boolean begun;
    private int requests;
    /** Requests and answers so far. */
    private long signs;

    RequestHeadTimeout(Duration deadline) {
        this.nanos = deadline.toNanos();
    }

    /** A request's head is here; the next one is not expected before {@link #answered}. */
    public static void begun(HttpServerRequest request) {
        RequestHeadTimeout deadline = of(request);
        if (deadline == null) {
            return;
        }
        deadline.requests++;
        deadline.met();
        if (request.version() == HttpVersion.HTTP_2) {
            // Its frames may come at any time and need no answer.
            ((ConnectionBase) request.connection()).channel().pipeline().remove(deadline);
        }
    }

    /** The request has been answered. Its connection may be gone. */
    public static void answered(HttpServerRequest request) {
        RequestHeadTimeout deadline = of(request);
        if (deadline != null) {
            deadline.requests--;
        }
    }

    private static @Nullable RequestHeadTimeout of(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? connection.channel().pipeline().get(RequestHeadTimeout.class)
                : null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!begun) {
            begun = true;
            FoldedHeaderGuard.watch(context.pipeline(), GuardedTransport.limits());
        }
        long before = signs;
        context.fireChannelRead(bytes);
        if (timer == null
                && requests == 0
                && signs == before
                && context.channel().isActive()) {
            timer = context.executor().schedule(() -> late(context), nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        met();
        context.write(bytes, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        met();
        context.fireChannelInactive();
    }

    private void met() {
        signs++;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private static void late(ChannelHandlerContext context) {
        Metrics.counter("ticketwire.clients.slow", "part", "head").increment();
        context.close();
    }
}
