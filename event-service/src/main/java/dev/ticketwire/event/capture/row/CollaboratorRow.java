package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;

/**
 * A row of {@code thread_collaborator}.
 *
 * @param flags 1 active
 */
public record CollaboratorRow(long thread, long user, long flags) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("thread_id", "user_id", "flags");

    static CollaboratorRow of(Row row) {
        return new CollaboratorRow(
                Values.number(row, "thread_id"), Values.number(row, "user_id"), Values.number(row, "flags"));
    }

    public boolean isActive() {
        return (flags & 1) != 0;
    }
}
