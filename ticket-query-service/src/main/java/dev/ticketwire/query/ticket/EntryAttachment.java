package dev.ticketwire.query.ticket;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.rest.Form;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file at an entry. {@code name} is the attachment's own where it has one, else the file's. */
record EntryAttachment(
        long id,
        long fileId,
        @Nullable String name,
        long size,
        @Nullable String type,
        boolean inline) {

    private static final String ATTACHMENT = """
            SELECT a.object_id, a.id, f.id, COALESCE(NULLIF(a.name, ''), f.name), f.size, f.type, a.inline
            FROM {attachment} a JOIN {file} f ON f.id = a.file_id
            """;
    private static final String OF_THREAD = TablePrefix.named(ATTACHMENT + """
              JOIN {thread_entry} e ON e.id = a.object_id
            WHERE e.thread_id = ? AND a.type = 'H'
            ORDER BY a.id""");
    private static final String OF_ENTRIES = TablePrefix.named(ATTACHMENT + """
            WHERE a.type = 'H' AND a.object_id IN (%s)
            ORDER BY a.id""");

    /** All files of a thread's entries, by entry, oldest first. */
    static Map<Long, List<EntryAttachment>> ofThread(Connection connection, long thread) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_THREAD)) {
            statement.setLong(1, thread);
            return byEntry(statement);
        }
    }

    /** The same of some entries, of which there is at least one. */
    static Map<Long, List<EntryAttachment>> ofEntries(Connection connection, List<Long> entries) throws SQLException {
        String sql = OF_ENTRIES.formatted("?" + ", ?".repeat(entries.size() - 1));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < entries.size(); i++) {
                statement.setLong(i + 1, entries.get(i));
            }
            return byEntry(statement);
        }
    }

    private static Map<Long, List<EntryAttachment>> byEntry(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            Map<Long, List<EntryAttachment>> byEntry = new HashMap<>();
            while (row.next()) {
                byEntry.computeIfAbsent(row.getLong(1), entry -> new ArrayList<>())
                        .add(new EntryAttachment(
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getString(6),
                                row.getBoolean(7)));
            }
            return byEntry;
        }
    }

    void write(Form form) {
        form.object().name("id").number(id).name("file_id").number(fileId);
        form.name("filename").text(name).name("size").number(size);
        form.name("mime_type").text(type).name("inline").flag(inline).end();
    }
}
