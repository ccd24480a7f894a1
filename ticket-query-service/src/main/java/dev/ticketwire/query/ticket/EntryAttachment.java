package dev.ticketwire.query.ticket;

import dev.ticketwire.answer.Form;
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

    private static final String OF_THREAD = dev.ticketwire.osticket.schema.TablePrefix.named("""
            SELECT e.id, a.id, f.id, COALESCE(NULLIF(a.name, ''), f.name), f.size, f.type, a.inline
            FROM {thread_entry} e
              JOIN {attachment} a ON a.object_id = e.id AND a.type = 'H'
              JOIN {file} f ON f.id = a.file_id
            WHERE e.thread_id = ?
            ORDER BY a.id""");

    /** All files of a thread's entries, by entry, oldest first. */
    static Map<Long, List<EntryAttachment>> ofThread(Connection connection, long thread) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_THREAD)) {
            statement.setLong(1, thread);
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
    }

    void write(Form form) {
        form.object().name("id").number(id).name("file_id").number(fileId);
        form.name("filename").text(name).name("size").number(size);
        form.name("mime_type").text(type).name("inline").flag(inline).end();
    }
}
