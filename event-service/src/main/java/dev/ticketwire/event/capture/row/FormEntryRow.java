package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;

/**
 * A row of {@code form_entry}: a form filled in for a ticket, user, organisation or task.
 *
 * @param objectType {@code T} of a ticket
 */
public record FormEntryRow(long id, String objectType, long object) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("id", "object_type", "object_id");

    static FormEntryRow of(Row row) {
        return new FormEntryRow(
                Values.number(row, "id"), Values.text(row, "object_type"), Values.number(row, "object_id"));
    }

    /** 0 if it is not the form of a ticket. */
    public long ticket() {
        return objectType.equals("T") ? object : 0;
    }
}
