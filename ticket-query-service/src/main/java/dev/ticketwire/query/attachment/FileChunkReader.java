package dev.ticketwire.query.attachment;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads pieces of a stored file. */
@ApplicationScoped
class FileChunkReader {
    /** Smaller than a chunk: a hundred slow clients with a chunk each would fill the memory. */
    private static final int MAX_PIECE = 64 * 1024;

    private static final String PIECE = TablePrefix.named(
            "SELECT SUBSTRING(filedata, ?, ?), LENGTH(filedata) FROM {file_chunk} WHERE file_id = ? AND chunk_id = ?");

    private final ReplicaReads reads;

    FileChunkReader(ReplicaReads reads) {
        this.reads = reads;
    }

    /**
     * The bytes from {@code position} on: up to {@code limit} or 64 KiB, and not beyond the end of a chunk. One
     * statement.
     *
     * @throws IllegalStateException if the chunk does not exist any more, or its length has changed
     */
    byte[] piece(StoredFile file, long position, long limit) {
        int chunk = file.chunkOf(position);
        long offset = position - file.startOf(chunk);
        long length = Math.min(Math.min(file.lengthOf(chunk) - offset, limit), MAX_PIECE);
        return reads.read(connection -> piece(connection, file, chunk, offset, length));
    }

    private static byte[] piece(Connection connection, StoredFile file, int chunk, long offset, long length)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PIECE)) {
            statement.setLong(1, offset + 1);
            statement.setLong(2, length);
            statement.setLong(3, file.id());
            statement.setInt(4, chunk);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getLong(2) != file.lengthOf(chunk)) {
                    throw new IllegalStateException(
                            "chunk " + chunk + " of file " + file.id() + " does not have the expected length");
                }
                return row.getBytes(1);
            }
        }
    }
}
