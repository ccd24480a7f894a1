package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.rest.Form;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, response or note.
 *
 * @param type {@code M}, {@code R} or {@code N}
 * @param body as stored, never rendered
 * @param userId 0 if no user wrote it, or the user is gone
 */
record Entry(
        long id,
        @Nullable String type,
        @Nullable String poster,
        @Nullable String created,
        @Nullable String body,
        @Nullable String format,
        int staffId,
        int userId,
        boolean hasAttachments) {

    private static final String ENTRY = TablePrefix.named("""
            SELECT e.id, e.type, e.poster, e.created, e.body, e.format, e.staff_id, COALESCE(u.id, 0),
              (SELECT 1 FROM {attachment} a WHERE a.object_id = e.id AND a.type = 'H' LIMIT 1)
            FROM {thread_entry} e LEFT JOIN {user} u ON u.id = e.user_id
            """);

    private static final String OF_THREAD = ENTRY + "WHERE e.thread_id = ? AND e.flags & 4 = 0";
    private static final String WITH_IDS = ENTRY + "WHERE e.id IN (?";
    /** Sorted here: the server would make a temporary table for it. */
    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(
                    Entry::created, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::id);

    /** All entries that are not hidden and {@code caller} may see, oldest first. */
    static List<Entry> ofThread(Connection connection, long thread, Identity caller) throws SQLException {
        String sql = OF_THREAD + Visible.entries("e.type", caller.seesNotes());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, thread);
            List<Entry> entries = all(statement);
            entries.sort(OLDEST_FIRST);
            return entries;
        }
    }

    /** Those that still exist, in the order of {@code ids}, of which there is at least one. */
    static List<Entry> withIds(Connection connection, List<Long> ids) throws SQLException {
        String sql = WITH_IDS + ", ?".repeat(ids.size() - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setLong(i + 1, ids.get(i));
            }
            List<Entry> entries = all(statement);
            entries.sort(Comparator.comparingInt(entry -> ids.indexOf(entry.id)));
            return entries;
        }
    }

    private static List<Entry> all(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getBoolean(9)));
            }
            return entries;
        }
    }

    void write(Form form, List<EntryAttachment> attachments, TicketNames names) {
        form.object().name("id").number(id).name("type").text(type);
        form.name("poster").text(poster);
        form.name("timestamp").text(Times.shown(created));
        form.name("body").text(body).name("format").text(format);
        names.agentIfAny(form, staffId);
        if (userId != 0) {
            form.name("userId").number(userId);
        }
        if (!attachments.isEmpty()) {
            form.name("attachments").list();
            attachments.forEach(attachment -> attachment.write(form));
            form.end().name("attachment_count").number(attachments.size());
        }
        form.end();
    }
}
