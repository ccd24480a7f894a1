package dev.ticketwire.mail.operator;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which mails are wanted: a condition on {@code ticketwire_mail m}.
 *
 * @param after the id before which the page begins
 */
record MailFilter(
        @Nullable String state,
        @Nullable String type,
        @Nullable String number,
        long after,
        int limit) {
    static final Set<String> NAMES = Set.of("state", "type", "number", "after", "limit");
    private static final List<String> STATES = List.of("waiting", "sending", "sent", "failed", "discarded");
    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;

    /** @throws Refused 400 for an invalid value */
    static MailFilter of(QueryParameters sent) {
        String state = sent.one("state");
        if (state != null && !STATES.contains(state)) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "state must be one of " + String.join(", ", STATES), "state");
        }
        return new MailFilter(
                state,
                type(sent.one("type")),
                sent.one("number"),
                after(sent.one("after")),
                sent.number("limit", USUAL_LIMIT, 1, HIGHEST_LIMIT));
    }

    /** @throws Refused 400 if no mail has such a type */
    static @Nullable String type(@Nullable String sent) {
        List<String> labels =
                Arrays.stream(MailType.values()).map(MailType::label).toList();
        if (sent != null && !labels.contains(sent)) {
            String known = labels.stream().sorted().collect(Collectors.joining(", "));
            throw Refused.of(ProblemCode.INVALID_VALUE, "type must be one of " + known, "type");
        }
        return sent;
    }

    private static long after(@Nullable String sent) {
        if (sent == null) {
            return Long.MAX_VALUE;
        }
        if (!sent.matches("\\d{1,18}")) {
            throw Refused.of(ProblemCode.INVALID_CURSOR, "This cursor was not made by this list", "after");
        }
        return Long.parseLong(sent);
    }

    /** With one {@code ?} for each of {@link #values}. */
    String condition() {
        StringBuilder sql = new StringBuilder("m.id < ?");
        if (state != null) {
            sql.append(
                    switch (state) {
                        case "waiting" ->
                            " AND m.state = 'waiting' AND (m.claimed_until IS NULL OR m.claimed_until < ?)";
                        case "sending" -> " AND m.state = 'waiting' AND m.claimed_until >= ?";
                        default -> " AND m.state = ?";
                    });
        }
        sql.append(type == null ? "" : " AND m.type = ?");
        sql.append(number == null ? "" : " AND m.ticket_number = ?");
        return sql.toString();
    }

    /** @param now in the database's form */
    List<@Nullable Object> values(String now) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(after);
        if (state != null) {
            values.add(state.equals("waiting") || state.equals("sending") ? now : state);
        }
        for (String value : new @Nullable String[] {type, number}) {
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
