package dev.ticketwire.query.attachment;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.rest.Form;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jboss.logging.Logger;

/**
 * Content on its way out, piece by piece with a statement each: however slow the client, there is one piece in memory,
 * and no connection of the database waits. A client that leaves ends it; a chunk that is not as it was when the file was
 * found cuts the answer off.
 */
@ApplicationScoped
class FileContent {
    private static final Logger LOG = Logger.getLogger(FileContent.class);
    /** Less than a chunk: a hundred slow clients with one each would fill the memory. The server reads the chunk anyway. */
    private static final int PIECE = 64 * 1024;

    private static final String CHUNK = TablePrefix.named(
            "SELECT SUBSTRING(filedata, ?, ?), LENGTH(filedata) FROM {file_chunk} WHERE file_id = ? AND chunk_id = ?");

    private final HelpDeskReads reads;

    FileContent(HelpDeskReads reads) {
        this.reads = reads;
    }

    @FunctionalInterface
    private interface Sink {
        void write(byte[] piece) throws IOException;
    }

    /** The bytes themselves. */
    StreamingOutput entity(StoredFile file, ByteRange range, HttpServerRequest request) {
        return untilTheClientLeaves(file, request, out -> send(file, range, out::write));
    }

    /** The rest of a form that expects all of the content, in base64, as its last value. */
    StreamingOutput entity(StoredFile file, Form form, HttpServerRequest request) {
        return untilTheClientLeaves(file, request, out -> {
            OutputStream content = form.base64();
            send(file, ByteRange.whole(file.length()), piece -> {
                content.write(piece);
                form.moveTo(out);
            });
            content.close();
            out.write(form.end().bytes());
        });
    }

    private static StreamingOutput untilTheClientLeaves(
            StoredFile file, HttpServerRequest request, StreamingOutput entity) {
        return out -> {
            try {
                entity.write(new PacedOutput(out, request.response()));
            } catch (IOException e) {
                LOG.debugf("the client left while file %d was sent: %s", (Object) file.id(), e.getMessage());
            } catch (RuntimeException e) {
                // Else Quarkus ends what has begun like a whole answer before it deals with the error.
                if (request.response().headWritten()) {
                    request.connection()
                            .close()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
                }
                throw e;
            }
        };
    }

    private void send(StoredFile file, ByteRange range, Sink sink) throws IOException {
        long position = range.first();
        while (position <= range.last()) {
            int chunk = file.chunkOf(position);
            long offset = position - file.startOf(chunk);
            long rest = Math.min(file.lengthOf(chunk) - offset, range.last() + 1 - position);
            byte[] piece = piece(file, chunk, offset, Math.min(PIECE, rest));
            sink.write(piece);
            position += piece.length;
        }
    }

    /** @throws IllegalStateException if the chunk is gone, or not as long as it must be */
    private byte[] piece(StoredFile file, int chunk, long offset, long length) {
        return reads.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHUNK)) {
                statement.setLong(1, offset + 1);
                statement.setLong(2, length);
                statement.setLong(3, file.id());
                statement.setInt(4, chunk);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next() || row.getLong(2) != file.lengthOf(chunk)) {
                        throw new IllegalStateException(
                                "chunk " + chunk + " of file " + file.id() + " is not as long as it must be");
                    }
                    return row.getBytes(1);
                }
            }
        });
    }
}
