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
 * Closes a connection whose client has begun a request and does not complete its head in time. The time runs from the
 * first byte of an incomplete request head; the idle timeout covers silent connections. One per connection, confined to
 * its event loop.
 */
public final class RequestHeadTimeout extends ChannelDuplexHandler {
    private final long nanos;
    private @Nullable Future<?> timer;
    private boolean hasReadBytes;
    private int openRequests;
    /** Counts request heads and responses. */
    private long progress;

    RequestHeadTimeout(Duration timeout) {
        this.nanos = timeout.toNanos();
    }

    /** The head of a request is complete; the next one is not expected before {@link #responseSent}. */
    public static void headReceived(HttpServerRequest request) {
        RequestHeadTimeout timeout = of(request);
        if (timeout == null) {
            return;
        }
        timeout.openRequests++;
        timeout.progressed();
        if (request.version() == HttpVersion.HTTP_2) {
            // Frames of HTTP/2 may arrive at any time and need no response.
            ((ConnectionBase) request.connection()).channel().pipeline().remove(timeout);
        }
    }

    /** The response has been sent. The connection may be closed. */
    public static void responseSent(HttpServerRequest request) {
        RequestHeadTimeout timeout = of(request);
        if (timeout != null) {
            timeout.openRequests--;
        }
    }

    private static @Nullable RequestHeadTimeout of(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? connection.channel().pipeline().get(RequestHeadTimeout.class)
                : null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!hasReadBytes) {
            hasReadBytes = true;
            FoldedHeaderGuard.install(context.pipeline(), GuardedTransport.serverOptions());
        }
        long before = progress;
        context.fireChannelRead(bytes);
        if (timer == null
                && openRequests == 0
                && progress == before
                && context.channel().isActive()) {
            timer = context.executor().schedule(() -> timedOut(context), nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        progressed();
        context.write(bytes, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        progressed();
        context.fireChannelInactive();
    }

    private void progressed() {
        progress++;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private static void timedOut(ChannelHandlerContext context) {
        Metrics.counter("ticketwire.clients.slow", "part", "head").increment();
        context.close();
    }
}
