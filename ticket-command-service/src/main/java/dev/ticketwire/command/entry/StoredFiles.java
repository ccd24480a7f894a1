package dev.ticketwire.command.entry;

import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Writes files and their contents into the database. */
public final class StoredFiles {
    private static final RowInsert FILE = new RowInsert(
            "INSERT INTO {file} (ft, bk, type, size, `key`, signature, name, created)", "('T','D',?,?,?,?,?,?)");
    private static final RowInsert CHUNK =
            new RowInsert("INSERT INTO {file_chunk} (file_id, chunk_id, filedata)", "(?,?,?)");
    private static final int CHUNK_SIZE = 512_000;

    private StoredFiles() {}

    /**
     * @param now as the database writes times
     * @return their ids, in the same order
     */
    public static int[] write(Connection connection, List<NewFile> files, String now) throws SQLException {
        RowInsert rows = FILE.fresh();
        for (NewFile file : files) {
            rows.add(
                    file.type(),
                    (long) file.bytes().length,
                    file.key().key(),
                    file.key().signature(),
                    file.name(),
                    now);
        }
        int[] ids = rows.returning(connection, "id");
        RowInsert chunks = CHUNK.fresh();
        for (int i = 0; i < ids.length; i++) {
            byte[] bytes = files.get(i).bytes();
            for (int chunk = 0; chunk * CHUNK_SIZE < bytes.length; chunk++) {
                int from = chunk * CHUNK_SIZE;
                chunks.add(ids[i], chunk, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK_SIZE)));
            }
        }
        chunks.execute(connection);
        return ids;
    }
}
