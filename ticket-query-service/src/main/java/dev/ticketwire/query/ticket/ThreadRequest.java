package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Cursor;
import dev.ticketwire.rest.Parameters;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a thread are asked for.
 *
 * @param limit 1 to 200, 50 where the request does not say
 * @param types {@code M}, {@code R}, {@code N}; empty for every type
 * @param after the last entry of the page before this one: order, time, id; null for the first page
 */
record ThreadRequest(
        Order order,
        int limit,
        List<String> types,
        @Nullable Cursor after) {
    private static final List<String> TYPES = List.of("M", "R", "N");
    private static final Set<String> KNOWN = Set.of("order", "limit", "type", Cursor.NAME);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

    /** By time of creation, then id. */
    enum Order {
        OLDEST("oldest", ">", "e.created, e.id"),
        NEWEST("newest", "<", "e.created DESC, e.id DESC");

        final String word;
        final String beyond;
        final String columns;

        Order(String word, String beyond, String columns) {
            this.word = word;
            this.beyond = beyond;
            this.columns = columns;
        }
    }

    /**
     * @param query as sent, null for none
     * @throws Refused 400 that names the parameter it cannot use
     */
    static ThreadRequest of(@Nullable String query) {
        Parameters parameters = Parameters.parse(query, KNOWN);
        Order order = parameters
                        .word("order", List.of(Order.OLDEST.word, Order.NEWEST.word))
                        .equals(Order.OLDEST.word)
                ? Order.OLDEST
                : Order.NEWEST;
        List<String> types = parameters.all().getOrDefault("type", List.of()).stream()
                .distinct()
                .toList();
        if (!TYPES.containsAll(types)) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "type must be one of " + String.join(", ", TYPES), "type");
        }
        return new ThreadRequest(
                order, parameters.number("limit", 50, 1, 200), types, after(order, parameters.one(Cursor.NAME)));
    }

    private static @Nullable Cursor after(Order order, @Nullable String text) {
        Cursor cursor = Cursor.parse(text, 3);
        if (cursor == null) {
            return null;
        }
        if (!cursor.part(0).equals(order.word) || !TIME.matcher(cursor.part(1)).matches() || cursor.number(2) < 0) {
            throw Cursor.invalid();
        }
        return cursor;
    }

    /** What leads to the entries beyond this one. */
    Cursor beyond(String created, long id) {
        return Cursor.of(order.word, created, id);
    }
}
