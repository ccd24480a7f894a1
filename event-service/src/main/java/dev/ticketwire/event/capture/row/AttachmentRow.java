package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code attachment}.
 *
 * @param objectType {@code H} of an entry
 * @param object id of the entry
 * @param name null or empty for the file's own name
 */
public record AttachmentRow(
        long id,
        String objectType,
        long object,
        long file,
        @Nullable String name,
        boolean isInline) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("id", "type", "object_id", "file_id", "name", "inline");

    static AttachmentRow of(Row row) {
        return new AttachmentRow(
                Values.number(row, "id"),
                Values.text(row, "type"),
                Values.number(row, "object_id"),
                Values.number(row, "file_id"),
                row.text("name"),
                Values.number(row, "inline") != 0);
    }

    public boolean isOfEntry() {
        return objectType.equals("H");
    }
}
