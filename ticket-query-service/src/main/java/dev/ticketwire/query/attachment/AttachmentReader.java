package dev.ticketwire.query.attachment;

import dev.ticketwire.answer.Form;
import dev.ticketwire.answer.ProblemException;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Files that hang on an entry of a ticket, and only those; two statements. */
@ApplicationScoped
class AttachmentReader {
    private static final Logger LOG = Logger.getLogger(AttachmentReader.class);
    private static final String DATABASE = "D";
    /** Its newest attachment at a ticket decides the file's name. */
    private static final String FILE = TablePrefix.named("""
            SELECT f.id, COALESCE(NULLIF(a.name, ''), f.name) AS name, f.type, f.size, f.bk
            FROM {attachment} a
              JOIN {thread_entry} e ON e.id = a.object_id
              JOIN {thread} th ON th.id = e.thread_id AND th.object_type IN ('T', 'C')
              JOIN {ticket} t ON t.ticket_id = th.object_id
              LEFT JOIN {file} f ON f.id = a.file_id
            WHERE a.file_id = ? AND a.type = 'H'
            ORDER BY a.id DESC LIMIT 1""");

    private static final String CHUNKS =
            TablePrefix.named("SELECT filedata FROM {file_chunk} WHERE file_id = ? ORDER BY chunk_id");

    private final HelpDeskReads reads;

    AttachmentReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    /**
     * @throws ProblemException 403 if no entry of a ticket has the file, 404 if it has and the file is gone, 500 if its
     *     content is
     */
    Form read(long fileId, @Nullable String accept) {
        return reads.read(connection -> write(connection, fileId, Form.accepted(accept)));
    }

    static ProblemException notAccessible() {
        return ProblemException.of(403, "attachment-not-accessible", "Attachment not accessible");
    }

    private static Form write(Connection connection, long fileId, Form form) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FILE)) {
            statement.setLong(1, fileId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw notAccessible();
                }
                if (row.getLong("id") == 0) {
                    throw ProblemException.of(404, "file-not-found", "File not found");
                }
                return file(connection, row, form);
            }
        }
    }

    private static Form file(Connection connection, ResultSet row, Form form) throws SQLException {
        long id = row.getLong("id");
        long size = row.getLong("size");
        form.object().name("file_id").number(id).name("filename").text(row.getString("name"));
        form.name("mime_type").text(row.getString("type")).name("size").number(size);
        if (!DATABASE.equals(row.getString("bk"))) {
            throw unreadable(id, "it is stored outside the database");
        }
        long read = content(connection, id, form.name("content"));
        if (read == 0 && size > 0) {
            throw unreadable(id, "its content is not in the database");
        }
        return form.end();
    }

    private static long content(Connection connection, long fileId, Form form) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHUNKS);
                OutputStream content = form.base64()) {
            statement.setFetchSize(1);
            statement.setLong(1, fileId);
            long length = 0;
            try (ResultSet chunk = statement.executeQuery()) {
                while (chunk.next()) {
                    byte[] bytes = chunk.getBytes(1);
                    content.write(bytes);
                    length += bytes.length;
                }
            }
            return length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException unreadable(long fileId, String reason) {
        LOG.errorf("file %d cannot be read: %s", (Object) fileId, reason);
        return ProblemException.of(500, "file-unreadable", "Failed to read file content");
    }
}
