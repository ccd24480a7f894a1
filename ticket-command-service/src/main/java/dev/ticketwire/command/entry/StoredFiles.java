package dev.ticketwire.command.entry;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.sql.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes files and their contents into the database. */
public final class StoredFiles {
    private static final Insert<FileRow> FILE = Insert.into(
            "{file}",
            fixed("ft", "'T'"),
            fixed("bk", "'D'"),
            column("type", row -> row.file.type()),
            column("size", row -> (long) row.file.bytes().length),
            column("`key`", row -> row.file.key().key()),
            column("signature", row -> row.file.key().signature()),
            column("name", row -> row.file.name()),
            column("created", FileRow::created));
    private static final Insert<ChunkRow> CHUNK = Insert.into(
            "{file_chunk}",
            column("file_id", ChunkRow::file),
            column("chunk_id", ChunkRow::place),
            column("filedata", ChunkRow::bytes));
    private static final int CHUNK_SIZE = 512_000;

    private record FileRow(NewFile file, String created) {}

    @SuppressWarnings("ArrayRecordComponent") // the bytes are stored as they are, never compared
    private record ChunkRow(int file, int place, byte[] bytes) {}

    private StoredFiles() {}

    /**
     * @param now as the database writes times
     * @return their ids, in the same order
     */
    public static int[] write(Connection connection, List<NewFile> files, String now) throws SQLException {
        int[] ids = FILE.returning(
                connection,
                "id",
                files.stream().map(file -> new FileRow(file, now)).toList());
        List<ChunkRow> chunks = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            addChunks(ids[i], files.get(i).bytes(), chunks);
        }
        CHUNK.execute(connection, chunks);
        return ids;
    }

    private static void addChunks(int file, byte[] bytes, List<ChunkRow> chunks) {
        for (int place = 0; place * CHUNK_SIZE < bytes.length; place++) {
            int from = place * CHUNK_SIZE;
            int to = Math.min(bytes.length, from + CHUNK_SIZE);
            chunks.add(new ChunkRow(file, place, Arrays.copyOfRange(bytes, from, to)));
        }
    }
}
