package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Reads osTicket's files: small ones once, others chunk by chunk. No connection is held while a mail is sent. */
@ApplicationScoped
class DatabaseFiles implements MailFiles {
    private static final Logger LOG = Logger.getLogger(DatabaseFiles.class);
    private static final String FIND = """
            SELECT f.id, f.`key`, f.name, f.type, f.size, f.bk, COUNT(c.chunk_id) AS chunks,
              COALESCE(MAX(c.chunk_id), -1) AS last_chunk, COALESCE(SUM(LENGTH(c.filedata)), 0) AS stored
            FROM {file} f LEFT JOIN {file_chunk} c ON c.file_id = f.id
            WHERE %s IN :keys GROUP BY f.id, f.`key`, f.name, f.type, f.size, f.bk ORDER BY f.id""";
    private static final String BY_KEY = FIND.formatted("f.`key`");
    private static final String BY_ID = FIND.formatted("f.id");
    private static final String CHUNK = "SELECT filedata FROM {file_chunk} WHERE file_id = ? AND chunk_id = ?";

    private final DataSource database;
    private final SmallFiles small = new SmallFiles();

    DatabaseFiles(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<String, StoredFile> byKey(Collection<String> keys) throws IOException {
        Map<String, StoredFile> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String key : keys) {
            small.find(key).ifPresentOrElse(file -> found.put(key, file), () -> unknown.add(key));
        }
        for (StoredFile file : find(BY_KEY, unknown)) {
            small.know(file);
            found.putIfAbsent(file.key().toLowerCase(Locale.ROOT), file);
        }
        return found;
    }

    @Override
    public Map<Integer, StoredFile> byId(Collection<Integer> ids) throws IOException {
        Map<Integer, StoredFile> found = new HashMap<>();
        find(BY_ID, ids).forEach(file -> found.put(file.id(), file));
        return found;
    }

    @Override
    public InputStream content(StoredFile file) throws IOException {
        if (file.size() > SmallFiles.LARGEST) {
            return new ChunkStream(file, this::chunk);
        }
        byte[] content = small.content(file.key());
        if (content == null) {
            try (InputStream chunks = new ChunkStream(file, this::chunk)) {
                content = chunks.readAllBytes();
            }
            small.keep(file.key(), content);
        }
        return new ByteArrayInputStream(content);
    }

    private byte[] chunk(int file, int number) throws IOException {
        try (Connection connection = database.getConnection()) {
            return Statements.first(connection, CHUNK, row -> row.getBytes(1), file, number)
                    .orElseThrow(() -> new UnreadableFile("file " + file + " has lost a part"));
        } catch (SQLException e) {
            throw new UnreadableFile("file " + file + " cannot be read now", e);
        }
    }

    private List<StoredFile> find(String sql, Collection<?> keys) throws IOException {
        List<StoredFile> found = new ArrayList<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (Connection connection = database.getConnection()) {
            Statements.read(connection, sql, keys, row -> {
                if (isReadable(row)) {
                    found.add(file(row));
                }
            });
        } catch (SQLException e) {
            throw new UnreadableFile("files cannot be read now", e);
        }
        return found;
    }

    private static boolean isReadable(ResultSet row) throws SQLException {
        boolean isReadable = "D".equals(row.getString("bk"))
                && row.getInt("last_chunk") == row.getInt("chunks") - 1
                && row.getLong("stored") == row.getLong("size");
        if (!isReadable) {
            LOG.warnf("file %d is left out of mails: its content is not in the database, or not all", row.getInt("id"));
        }
        return isReadable;
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getInt("id"),
                row.getString("key"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getInt("chunks"));
    }
}
