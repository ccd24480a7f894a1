package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticketwire_command}: a command of the API that was handled in this transaction.
 *
 * @param state {@code applied}, {@code rejected} or {@code failed}
 * @param ticket 0 if it was not applied
 */
public record InboxRow(
        String id,
        String state,
        long apiKey,
        long ticket,
        @Nullable String traceparent) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("id", "state", "api_key_id", "ticket_id", "traceparent");

    static InboxRow of(Row row) {
        return new InboxRow(
                Values.text(row, "id"),
                Values.text(row, "state"),
                Values.number(row, "api_key_id"),
                Values.number(row, "ticket_id"),
                row.text("traceparent"));
    }

    public boolean isApplied() {
        return state.equals("applied");
    }

    public Command command() {
        return new Command(id, apiKey, traceparent);
    }
}
