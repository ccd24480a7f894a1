package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import java.util.List;

/**
 * A row of {@code thread_referral}.
 *
 * @param objectType {@code S} agent, {@code E} team, {@code D} department
 */
public record ReferralRow(long thread, String objectType, long object) implements CapturedRow {
    public static final List<String> COLUMNS = List.of("thread_id", "object_type", "object_id");

    static ReferralRow of(Row row) {
        return new ReferralRow(
                Values.number(row, "thread_id"), Values.text(row, "object_type"), Values.number(row, "object_id"));
    }

    public boolean isOfAgent() {
        return objectType.equals("S");
    }
}
