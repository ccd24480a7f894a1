package dev.ticketwire.query.attachment;

import dev.ticketwire.answer.Form;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jboss.logging.Logger;

/**
 * Content on its way out, chunk by chunk with a statement each: however slow the client, there is one chunk in memory,
 * and no connection of the database waits. A client that leaves ends it; a chunk that is not as it was when the file was
 * found cuts the answer off.
 */
@ApplicationScoped
class FileContent {
    private static final Logger LOG = Logger.getLogger(FileContent.class);
    /** Of a chunk, so much at a time becomes base64. */
    private static final int PIECE = 24 * 1024;

    private static final String CHUNK =
            TablePrefix.named("SELECT filedata FROM {file_chunk} WHERE file_id = ? AND chunk_id = ?");

    private final HelpDeskReads reads;

    FileContent(HelpDeskReads reads) {
        this.reads = reads;
    }

    @FunctionalInterface
    private interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    /** The bytes themselves. */
    StreamingOutput entity(StoredFile file, ByteRange range) {
        return untilTheClientLeaves(file, out -> send(file, range, out::write));
    }

    /** The rest of a form that expects the content of the whole file, in base64, as its last value. */
    StreamingOutput entity(StoredFile file, Form form) {
        return untilTheClientLeaves(file, out -> {
            OutputStream content = form.base64();
            send(file, ByteRange.whole(file.size()), (bytes, offset, length) -> {
                for (int done = 0; done < length; done += PIECE) {
                    content.write(bytes, offset + done, Math.min(PIECE, length - done));
                    form.moveTo(out);
                }
            });
            content.close();
            out.write(form.end().bytes());
        });
    }

    private static StreamingOutput untilTheClientLeaves(StoredFile file, StreamingOutput entity) {
        return out -> {
            try {
                entity.write(out);
            } catch (IOException e) {
                LOG.debugf("the client left while file %d was sent: %s", (Object) file.id(), e.getMessage());
            }
        };
    }

    private void send(StoredFile file, ByteRange range, Sink sink) throws IOException {
        long position = range.first();
        while (position <= range.last()) {
            int chunk = file.chunkOf(position);
            byte[] bytes = chunk(file, chunk);
            int offset = (int) (position - file.startOf(chunk));
            int length = (int) Math.min(bytes.length - offset, range.last() + 1 - position);
            sink.write(bytes, offset, length);
            position += length;
        }
    }

    private byte[] chunk(StoredFile file, int chunk) {
        byte[] bytes = reads.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHUNK)) {
                statement.setLong(1, file.id());
                statement.setInt(2, chunk);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getBytes(1) : new byte[0];
                }
            }
        });
        if (bytes.length != file.lengthOf(chunk)) {
            throw new IllegalStateException("chunk " + chunk + " of file " + file.id() + " has " + bytes.length
                    + " bytes instead of " + file.lengthOf(chunk));
        }
        return bytes;
    }
}
