package dev.ticketwire.query.attachment;

import dev.ticketwire.rest.render.DocumentWriter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Streams files piece by piece, with a statement each: a slow client holds one piece in memory, and no connection of
 * the database. The stream ends when the client disconnects; a chunk that changed since the file was found closes the
 * connection.
 */
@ApplicationScoped
class FileStreams {
    private static final Logger LOG = Logger.getLogger(FileStreams.class);

    private final FileChunkReader chunks;

    FileStreams(FileChunkReader chunks) {
        this.chunks = chunks;
    }

    @FunctionalInterface
    private interface PieceConsumer {
        void accept(byte[] piece) throws IOException;
    }

    /** A range of the bytes. */
    StreamingOutput bytes(StoredFile file, ByteRange range, HttpServerRequest request) {
        return stream(file, request, body -> forEachPiece(file, range, body::write));
    }

    /** A document with the file's fields, its content in base64. */
    StreamingOutput document(StoredFile file, DocumentWriter out, HttpServerRequest request) {
        return stream(file, request, body -> {
            out.startObject().field("file_id", file.id()).field("filename", file.name());
            out.field("mime_type", file.type()).field("size", file.size());
            OutputStream content = out.field("content").base64();
            forEachPiece(file, ByteRange.whole(file.length()), piece -> {
                content.write(piece);
                out.moveTo(body);
            });
            content.close();
            body.write(out.end().toByteArray());
        });
    }

    private void forEachPiece(StoredFile file, ByteRange range, PieceConsumer consumer) throws IOException {
        long position = range.first();
        while (position <= range.last()) {
            byte[] piece = chunks.piece(file, position, range.last() + 1 - position);
            consumer.accept(piece);
            position += piece.length;
        }
    }

    private static StreamingOutput stream(StoredFile file, HttpServerRequest request, StreamingOutput content) {
        return body -> {
            try {
                content.write(new PacedOutput(body, request.response()));
            } catch (IOException e) {
                LOG.debugf("the client disconnected from file %d: %s", (Object) file.id(), e.getMessage());
            } catch (RuntimeException e) {
                closeIfBegun(request);
                throw e;
            }
        };
    }

    /** Without it, Quarkus ends a response that has begun like a complete one, before it handles the error. */
    private static void closeIfBegun(HttpServerRequest request) {
        if (request.response().headWritten()) {
            request.connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }
}
