package dev.ticketwire.gateway.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Passes a stream of the event service on to the client, at the client's pace. Ends it so that the client can resume: a
 * client forgets a block that has no end. Confined to the event loop of the client.
 */
final class StreamPipe {
    private static final byte LINE_END = '\n';

    private final StreamClient client;
    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final StreamBounds bounds;
    private byte last = LINE_END;
    private byte lastButOne = LINE_END;
    private long lastChunkNanos = System.nanoTime();
    private boolean isPaused;
    private boolean isEnded;

    StreamPipe(StreamClient client, HttpClientResponse from, HttpServerResponse to, StreamBounds bounds) {
        this.client = client;
        this.from = from;
        this.to = to;
        this.bounds = bounds;
    }

    StreamClient client() {
        return client;
    }

    void start() {
        to.setChunked(true);
        to.drainHandler(ignored -> resume());
        from.handler(this::pass);
        from.endHandler(ignored -> cutOff("service", "the event service ended it, connect again"));
        from.exceptionHandler(failure -> cutOff("service", "the event service is away, connect again"));
        from.resume();
    }

    private void pass(Buffer chunk) {
        if (isEnded || chunk.length() == 0) {
            return;
        }
        lastChunkNanos = System.nanoTime();
        lastButOne = chunk.length() > 1 ? chunk.getByte(chunk.length() - 2) : last;
        last = chunk.getByte(chunk.length() - 1);
        to.write(chunk);
        if (to.writeQueueFull()) {
            isPaused = true;
            from.pause();
        }
    }

    private void resume() {
        isPaused = false;
        lastChunkNanos = System.nanoTime();
        from.resume();
    }

    /** Whether nothing has come for so long, although the client would have taken it. */
    boolean isSilentFor(Duration duration) {
        return !isPaused && System.nanoTime() - lastChunkNanos > duration.toNanos();
    }

    /** The client is gone, or the stream has ended. */
    void closed() {
        isEnded = true;
        from.request().reset();
    }

    /**
     * Ends the stream although the client would go on.
     *
     * @param reason for metrics
     * @param text for the client
     */
    void cutOff(String reason, String text) {
        if (isEnded) {
            return;
        }
        isEnded = true;
        bounds.cutOff(reason);
        from.request().reset();
        if (to.writeQueueFull()) {
            to.reset();
        } else if (isBetweenBlocks()) {
            to.end(": the stream ends: " + text + "\n\n");
        } else {
            to.end();
        }
    }

    private boolean isBetweenBlocks() {
        return last == LINE_END && lastButOne == LINE_END;
    }
}
