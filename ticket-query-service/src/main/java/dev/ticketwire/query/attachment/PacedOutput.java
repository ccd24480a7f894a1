package dev.ticketwire.query.attachment;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;

/**
 * A response body with back-pressure: a write returns when the network has accepted it. The stream that Quarkus passes
 * to a {@code StreamingOutput} checks a queue that writes from other threads reach later, so that they pile up for a
 * slow client (quarkusio/quarkus#50317). It still sends the headers, and ends the response.
 */
final class PacedOutput extends OutputStream {
    private final OutputStream answer;
    private final HttpServerResponse response;
    private Stage stage = Stage.EMPTY;

    private enum Stage {
        EMPTY,
        BEGUN,
        UNDER_WAY
    }

    /** @param answer the stream of Quarkus for {@code response} */
    PacedOutput(OutputStream answer, HttpServerResponse response) {
        this.answer = answer;
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** @throws IOException if the client has left */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (stage == Stage.EMPTY) {
            answer.write(bytes, offset, length);
            stage = Stage.BEGUN;
            return;
        }
        if (stage == Stage.BEGUN) {
            answer.flush();
            stage = Stage.UNDER_WAY;
        }
        try {
            Buffer copy = Buffer.buffer(length).appendBytes(bytes, offset, length);
            response.write(copy).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }
}
