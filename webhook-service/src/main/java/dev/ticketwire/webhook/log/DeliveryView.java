package dev.ticketwire.webhook.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as shown.
 *
 * @param event {@code webhook-id}: the event's id
 * @param number of the ticket, null for an event without
 * @param state {@code pending, requested, delivered, failed, discarded}
 * @param repeat 0, higher if it was asked for again
 * @param attempts how many there were, or all of them if it is looked at alone
 * @param nextAttempt null if there will be none, or it is due
 * @param last the last attempt; null if there was none
 */
record DeliveryView(
        long id,
        String event,
        String type,
        @Nullable String number,
        String state,
        int repeat,
        String eventTime,
        String created,
        @Nullable String settled,
        @Nullable String nextAttempt,
        Object attempts,
        @JsonInclude @Nullable AttemptView last) {
    static final String COLUMNS = "d.id, d.event_id, d.type, d.ticket_number, d.state, d.repeat_number,"
            + " CONCAT(d.event_time) AS event_time, CONCAT(d.created) AS created, CONCAT(d.settled) AS settled,"
            + " CONCAT(d.next_attempt) AS next_attempt, d.attempts";

    /** With the last attempt, if the row has it. */
    static DeliveryView of(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("ticket_number"),
                state(row.getString("state")),
                row.getInt("repeat_number"),
                LogTimes.shown(row.getString("event_time")),
                LogTimes.shown(row.getString("created")),
                LogTimes.shownOrNull(row.getString("settled")),
                LogTimes.shownOrNull(row.getString("next_attempt")),
                row.getInt("attempts"),
                AttemptView.of(row));
    }

    private static String state(String stored) {
        return stored.equals(DeliveryStates.DISCARDING) ? DeliveryStates.DISCARDED : stored;
    }

    DeliveryView with(List<AttemptView> all) {
        return new DeliveryView(
                id, event, type, number, state, repeat, eventTime, created, settled, nextAttempt, all, last);
    }
}
