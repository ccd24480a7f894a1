package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;

/** A row of {@code user}: a customer. */
public record UserRow(long id, String name) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("id", "name");

    static UserRow of(Row row) {
        return new UserRow(Values.number(row, "id"), Values.text(row, "name"));
    }
}
