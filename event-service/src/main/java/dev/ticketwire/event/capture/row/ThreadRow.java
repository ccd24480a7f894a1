package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;

/**
 * A row of {@code thread}.
 *
 * @param objectType {@code T} of a ticket, {@code C} of a ticket that was merged into another one, {@code A} of a task
 * @param object id of the ticket or task
 */
public record ThreadRow(long id, String objectType, long object) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("id", "object_type", "object_id");

    static ThreadRow of(Row row) {
        return new ThreadRow(
                Values.number(row, "id"), Values.text(row, "object_type"), Values.number(row, "object_id"));
    }

    /** 0 if it is not the thread of a ticket. */
    public long ticket() {
        return objectType.equals("T") || objectType.equals("C") ? object : 0;
    }
}
