package dev.ticketwire.query.attachment;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Finds files attached to an entry of a ticket, and no others. One statement. */
@ApplicationScoped
class AttachmentReader {
    private static final Logger LOG = Logger.getLogger(AttachmentReader.class);
    /** The value of {@code bk} for files whose content is in the database. */
    private static final String DATABASE = "D";
    /**
     * The newest attachment to a ticket gives the file its name. Reads only the sizes of the content, to find missing
     * chunks before the response begins.
     */
    private static final String FILE = TablePrefix.named("""
            SELECT f.id, COALESCE(NULLIF(a.name, ''), f.name) AS name, f.type, f.size, f.bk, f.`key`, f.signature,
              (SELECT COUNT(*) FROM {file_chunk} c WHERE c.file_id = f.id) AS chunks,
              (SELECT LENGTH(c.filedata) FROM {file_chunk} c WHERE c.file_id = f.id AND c.chunk_id = 0) AS first_length,
              (SELECT c.chunk_id FROM {file_chunk} c WHERE c.file_id = f.id
                ORDER BY c.chunk_id DESC LIMIT 1) AS last_chunk,
              (SELECT LENGTH(c.filedata) FROM {file_chunk} c WHERE c.file_id = f.id
                ORDER BY c.chunk_id DESC LIMIT 1) AS last_length
            FROM (
              SELECT a.name, a.file_id
              FROM {attachment} a
                JOIN {thread_entry} e ON e.id = a.object_id
                JOIN {thread} th ON th.id = e.thread_id AND th.object_type IN ('T', 'C')
                JOIN {ticket} t ON t.ticket_id = th.object_id
              WHERE a.file_id = ? AND a.type = 'H'%s
              ORDER BY a.id DESC LIMIT 1) a
            LEFT JOIN {file} f ON f.id = a.file_id""");

    private final HelpDeskReads reads;

    AttachmentReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    /**
     * @param caller gets only files of entries that it may see
     * @throws Refused 403 if no such entry has the file, 404 if the attachment exists and its file does not, 500 if
     *     the content or a chunk in the middle is missing
     */
    StoredFile find(long fileId, Identity caller) {
        return reads.read(connection -> find(connection, fileId, caller));
    }

    /**
     * As {@link #find}.
     *
     * @throws Refused as {@link #find}; 500 also if the chunks are longer or shorter than the stored size
     */
    StoredFile findComplete(long fileId, Identity caller) {
        StoredFile file = find(fileId, caller);
        if (!file.isComplete()) {
            throw unreadable(fileId, "it has " + file.length() + " bytes instead of " + file.size());
        }
        return file;
    }

    static Refused notAccessible() {
        return Refused.of(ProblemCode.ATTACHMENT_NOT_ACCESSIBLE, "Attachment not accessible");
    }

    private static StoredFile find(Connection connection, long fileId, Identity caller) throws SQLException {
        String sql = FILE.formatted(VisibilitySql.entries("e.type", caller.seesNotes())
                + VisibilitySql.and("t.dept_id", caller.departments()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, fileId);
            VisibilitySql.bind(statement, 2, caller.departments());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw notAccessible();
                }
                return file(row, fileId);
            }
        }
    }

    private static StoredFile file(ResultSet row, long fileId) throws SQLException {
        if (row.getLong("id") == 0) {
            throw Refused.of(ProblemCode.FILE_NOT_FOUND, "File not found");
        }
        if (!DATABASE.equals(row.getString("bk"))) {
            throw unreadable(fileId, "it is stored outside the database");
        }
        long length = contentLength(row);
        if (length < 0 || length == 0 && row.getLong("size") > 0) {
            throw unreadable(fileId, "its content is not in the database, or not all of it");
        }
        return storedFile(row, length);
    }

    /** @return -1 if a chunk in the middle is missing, or the first of several is empty */
    private static long contentLength(ResultSet row) throws SQLException {
        long chunks = row.getLong("chunks");
        if (chunks == 0) {
            return 0;
        }
        boolean isComplete = row.getLong("last_chunk") == chunks - 1;
        boolean hasChunkSize = chunks == 1 || row.getLong("first_length") > 0;
        return isComplete && hasChunkSize
                ? (chunks - 1) * row.getLong("first_length") + row.getLong("last_length")
                : -1;
    }

    private static StoredFile storedFile(ResultSet row, long length) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                length,
                row.getString("key"),
                row.getString("signature"),
                row.getInt("chunks"),
                row.getInt("first_length"));
    }

    private static Refused unreadable(long fileId, String reason) {
        LOG.errorf("file %d cannot be read: %s", (Object) fileId, reason);
        return Refused.of(ProblemCode.FILE_UNREADABLE, "Failed to read file content");
    }
}
