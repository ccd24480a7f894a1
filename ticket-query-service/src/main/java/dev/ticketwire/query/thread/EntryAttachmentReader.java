package dev.ticketwire.query.thread;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the attachments of entries, by entry id, oldest first. One statement each. */
final class EntryAttachmentReader {
    private static final String ATTACHMENT = """
            SELECT a.object_id, a.id, f.id, COALESCE(NULLIF(a.name, ''), f.name), f.size, f.type, a.inline
            FROM {attachment} a JOIN {file} f ON f.id = a.file_id
            """;
    private static final String OF_THREAD = TablePrefix.named(ATTACHMENT + """
              JOIN {thread_entry} e ON e.id = a.object_id
            WHERE e.thread_id = ? AND a.type = 'H'
            ORDER BY a.id""");
    private static final String OF_ENTRIES = TablePrefix.named(ATTACHMENT + """
            WHERE a.type = 'H' AND a.object_id IN %s
            ORDER BY a.id""");

    private EntryAttachmentReader() {}

    static Map<Long, List<AttachmentView>> ofThread(Connection connection, long thread) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_THREAD)) {
            statement.setLong(1, thread);
            return byEntry(statement);
        }
    }

    /** @param entries ids, at least one */
    static Map<Long, List<AttachmentView>> ofEntries(Connection connection, List<Long> entries) throws SQLException {
        String sql = OF_ENTRIES.formatted(Placeholders.in(entries.size()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Placeholders.bind(statement, 1, entries);
            return byEntry(statement);
        }
    }

    private static Map<Long, List<AttachmentView>> byEntry(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            Map<Long, List<AttachmentView>> byEntry = new HashMap<>();
            while (row.next()) {
                byEntry.computeIfAbsent(row.getLong(1), entry -> new ArrayList<>())
                        .add(attachment(row));
            }
            return byEntry;
        }
    }

    private static AttachmentView attachment(ResultSet row) throws SQLException {
        return new AttachmentView(
                row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5), row.getString(6), row.getBoolean(7));
    }
}
