package dev.ticketwire.webhook.send;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer as far as it has arrived: its head, and the beginning of its body. */
final class Answer {
    /** Bytes for the log. */
    private static final int KEPT = 1_024;
    /** Bytes that are read so that the connection can be used again; it is closed if there are more. */
    private static final int READ = 65_536;

    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 999;

    private final int status;
    private final @Nullable Duration retryAfter;
    private final Buffer body = Buffer.buffer();
    private long length;

    Answer(HttpClientResponse response, Instant now) {
        this.status = response.statusCode();
        this.retryAfter = RetryAfter.parse(response.getHeader("Retry-After"), now);
    }

    /** @return whether there is too much of it */
    boolean add(Buffer part) {
        int kept = Math.min(part.length(), KEPT - body.length());
        body.appendBuffer(part, 0, kept);
        length += part.length();
        return length > READ;
    }

    boolean isValid() {
        return status >= LOWEST_STATUS && status <= HIGHEST_STATUS;
    }

    int status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    byte[] body() {
        return body.getBytes();
    }
}
