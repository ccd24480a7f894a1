package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code form_entry_values}.
 *
 * @param entry the filled-in form
 * @param valueId of a priority: its id; 0 for none
 */
public record AnswerRow(long entry, long field, @Nullable String value, long valueId) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("entry_id", "field_id", "value", "value_id");

    static AnswerRow of(Row row) {
        return new AnswerRow(
                Values.number(row, "entry_id"),
                Values.number(row, "field_id"),
                row.text("value"),
                Values.number(row, "value_id"));
    }
}
