package dev.ticketwire.command.notice.facts;

import dev.ticketwire.osticket.sql.Statements;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads entries of threads: one statement, one more for long bodies, and one for the names of files. */
final class EntryReader {
    private static final String ENTRIES = "SELECT n.id, n.thread_id, n.staff_id, n.user_id, n.poster, n.title, n.body,"
            + " n.format, n.created FROM {thread_entry} n WHERE n.id IN :keys";
    /** osTicket keeps a long body in a file named by its MD5. */
    private static final String BODIES = "SELECT a.object_id, c.filedata FROM {attachment} a"
            + " JOIN {file} f ON f.id = a.file_id AND f.type = 'text/html' AND f.name REGEXP '^[0-9a-f]{32}[.]txt$'"
            + " JOIN {file_chunk} c ON c.file_id = f.id"
            + " WHERE a.type = 'H' AND a.inline = 1 AND a.object_id IN :keys ORDER BY a.id, c.chunk_id";

    private static final String FILES = "SELECT a.object_id, COALESCE(NULLIF(a.name, ''), f.name) FROM {attachment} a"
            + " JOIN {file} f ON f.id = a.file_id"
            + " WHERE a.type = 'H' AND a.inline = 0 AND a.object_id IN :keys ORDER BY a.id";

    private final Map<Integer, EntryFacts> entries = new HashMap<>();
    private final Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();
    private final Map<Integer, List<String>> files = new HashMap<>();

    private EntryReader() {}

    /** By id. */
    static Map<Integer, EntryFacts> read(Connection connection, Collection<Integer> ids, boolean withFiles)
            throws SQLException {
        EntryReader reader = new EntryReader();
        Statements.read(connection, ENTRIES, ids, reader::addEntry);
        List<Integer> empty = reader.entries.values().stream()
                .filter(entry -> entry.body().isEmpty())
                .map(EntryFacts::id)
                .toList();
        Statements.read(connection, BODIES, empty, reader::addBody);
        if (withFiles) {
            Statements.read(connection, FILES, ids, reader::addFile);
        }
        reader.entries.replaceAll((id, entry) -> reader.whole(entry));
        return reader.entries;
    }

    private void addEntry(ResultSet row) throws SQLException {
        entries.put(
                row.getInt(1),
                new EntryFacts(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7),
                        text(row, 8),
                        FactsReader.time(row, 9)));
    }

    private void addBody(ResultSet row) throws SQLException {
        byte[] chunk = row.getBytes(2);
        if (chunk != null) {
            bodies.computeIfAbsent(row.getInt(1), entry -> new ByteArrayOutputStream())
                    .writeBytes(chunk);
        }
    }

    private void addFile(ResultSet row) throws SQLException {
        files.computeIfAbsent(row.getInt(1), entry -> new ArrayList<>()).add(text(row, 2));
    }

    private EntryFacts whole(EntryFacts entry) {
        ByteArrayOutputStream body = bodies.get(entry.id());
        List<String> names = files.getOrDefault(entry.id(), List.of());
        return body == null && names.isEmpty()
                ? entry
                : new EntryFacts(
                        entry.id(),
                        entry.thread(),
                        entry.staff(),
                        entry.user(),
                        entry.poster(),
                        entry.title(),
                        body == null ? entry.body() : body.toString(StandardCharsets.UTF_8),
                        entry.format(),
                        entry.created(),
                        names);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
