package dev.ticketwire.webhook.log;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries of a subscription are wanted: a condition on {@code ticketwire_webhook_delivery d}.
 *
 * @param from in the database's form; null for no bound, as {@code to}
 */
record LogFilter(
        int subscription,
        List<String> states,
        @Nullable String type,
        @Nullable String number,
        @Nullable String from,
        @Nullable String to) {
    static final Set<String> NAMES = Set.of("state", "type", "number", "from", "to", "after", "limit");

    /** @throws Refused 400 for an invalid value */
    static LogFilter of(int subscription, QueryParameters sent) {
        String state = sent.one("state");
        if (state != null && !DeliveryStates.SHOWN.contains(state)) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE,
                    "state must be one of " + String.join(", ", DeliveryStates.SHOWN),
                    "state");
        }
        return new LogFilter(
                subscription,
                state == null ? List.of() : DeliveryStates.stored(state),
                sent.one("type"),
                sent.one("number"),
                LogTimes.stored(sent, "from"),
                LogTimes.stored(sent, "to"));
    }

    /** The id before which the page begins; the greatest if absent. */
    static long before(QueryParameters sent) {
        String after = sent.one("after");
        if (after == null) {
            return Long.MAX_VALUE;
        }
        OptionalLong id = DeliveryLog.id(after);
        if (id.isEmpty()) {
            throw Refused.of(ProblemCode.INVALID_CURSOR, "This cursor was not made by this list", "after");
        }
        return id.getAsLong();
    }

    /** @param time the column that {@code from} and {@code to} are about */
    String condition(String time) {
        StringBuilder sql = new StringBuilder("d.subscription_id = ?");
        if (!states.isEmpty()) {
            sql.append(" AND d.state IN ").append(Placeholders.in(states.size()));
        }
        sql.append(type == null ? "" : " AND (d.type = ? OR d.type = CONCAT(?, '.v1'))");
        sql.append(number == null ? "" : " AND d.ticket_number = ?");
        sql.append(from == null ? "" : " AND " + time + " >= ?");
        sql.append(to == null ? "" : " AND " + time + " < ?");
        return sql.toString();
    }

    /** Of the condition's {@code ?}. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(subscription);
        values.addAll(states);
        if (type != null) {
            values.add(type);
            values.add(type);
        }
        for (String value : new @Nullable String[] {number, from, to}) {
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
