package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code file}; its content is in other rows, which are not read.
 *
 * @param size in bytes
 * @param type media type
 */
public record FileRow(
        long id, @Nullable String name, long size, @Nullable String type) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("id", "name", "size", "type");

    static FileRow of(Row row) {
        return new FileRow(Values.number(row, "id"), row.text("name"), Values.number(row, "size"), row.text("type"));
    }
}
