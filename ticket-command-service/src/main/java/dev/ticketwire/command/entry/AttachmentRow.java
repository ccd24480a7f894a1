package dev.ticketwire.command.entry;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import dev.ticketwire.osticket.sql.Insert;
import org.jspecify.annotations.Nullable;

/**
 * A row of osTicket's table {@code attachment}: a file on a thread entry.
 *
 * @param name of the file on this entry; null if it is the file's own name
 * @param inline whether the body shows the file
 */
public record AttachmentRow(int entry, int file, @Nullable String name, boolean inline) {
    public static final Insert<AttachmentRow> INSERT = Insert.into(
            "{attachment}",
            column("object_id", AttachmentRow::entry),
            fixed("type", "'H'"),
            column("file_id", AttachmentRow::file),
            column("name", AttachmentRow::name),
            column("inline", AttachmentRow::inline));
}
