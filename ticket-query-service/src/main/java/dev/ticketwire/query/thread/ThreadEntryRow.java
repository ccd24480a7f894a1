package dev.ticketwire.query.thread;

import dev.ticketwire.osticket.time.DatabaseTime;
import dev.ticketwire.query.fields.ReferenceNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a message, response or note.
 *
 * @param body as stored, never rendered
 * @param userId 0 if no user wrote it, or the user does not exist any more
 */
record ThreadEntryRow(
        long id,
        @Nullable String type,
        @Nullable String poster,
        @Nullable String created,
        @Nullable String body,
        @Nullable String format,
        int staffId,
        int userId,
        boolean hasAttachments) {

    /** The columns that {@link #read} needs, in its order: of entry {@code e} and its user {@code u}. */
    static final String COLUMNS = """
            e.id, e.type, e.poster, e.created, e.body, e.format, e.staff_id, COALESCE(u.id, 0),
              EXISTS (SELECT 1 FROM {attachment} a WHERE a.object_id = e.id AND a.type = 'H')""";

    static ThreadEntryRow read(ResultSet row) throws SQLException {
        return new ThreadEntryRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                row.getBoolean(9));
    }

    ThreadEntryView view(ReferenceNames names, List<AttachmentView> attachments) {
        return new ThreadEntryView(
                id,
                type,
                poster,
                DatabaseTime.orNull(created),
                body,
                format,
                names.hasAgent(staffId) ? names.agent(staffId) : null,
                userId,
                attachments);
    }
}
