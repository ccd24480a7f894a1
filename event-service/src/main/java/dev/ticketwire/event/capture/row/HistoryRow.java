package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code thread_event}: osTicket's own history, which says who did something. What was done is read from the
 * other rows.
 *
 * @param threadType {@code T} of a ticket, {@code A} of a task
 * @param type id in {@code event}
 * @param username login of an agent, name of a customer, {@code SYSTEM} or {@code Ticket Filter}
 * @param actor id of the agent or customer; 0 for none
 * @param actorType {@code S} agent, {@code U} customer; says nothing without an actor
 */
public record HistoryRow(
        long thread,
        String threadType,
        long type,
        String username,
        long actor,
        @Nullable String actorType) implements CapturedRow {
    public static final List<String> COLUMNS =
            List.of("thread_id", "thread_type", "event_id", "username", "uid", "uid_type");

    static HistoryRow of(Row row) {
        return new HistoryRow(
                Values.number(row, "thread_id"),
                Values.text(row, "thread_type"),
                Values.number(row, "event_id"),
                Values.text(row, "username"),
                Values.number(row, "uid"),
                row.text("uid_type"));
    }

    public boolean isOfTask() {
        return threadType.equals("A");
    }
}
