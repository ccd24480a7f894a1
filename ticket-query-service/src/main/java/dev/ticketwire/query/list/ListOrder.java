package dev.ticketwire.query.list;

import java.util.List;

/**
 * An order of a list; the id decides between equal values, in the same direction, so that the values of a ticket
 * identify its position.
 *
 * @param name as callers write it: {@code created}, {@code updated} or {@code number} (as text), with {@code -} for
 *     descending
 */
record ListOrder(String name) {
    /** The first is the default. */
    static final List<String> NAMES = List.of("-created", "created", "-updated", "updated", "-number", "number");

    /** The order to follow changes in: ascending, so that a ticket that changes is repeated rather than missed. */
    static final String BY_CHANGE = "updated";

    /** The column, without its table. */
    String column() {
        return isDescending() ? name.substring(1) : name;
    }

    /** The columns of {@code ORDER BY}. */
    String columns() {
        String direction = isDescending() ? " DESC" : "";
        return "t." + column() + direction + ", t.ticket_id" + direction;
    }

    /**
     * A condition that holds for all tickets after a position. Parameters: its value three times, then its ticket's id.
     * The first comparison is the one that an index serves.
     */
    String after() {
        String operator = isDescending() ? "<" : ">";
        String column = "t." + column();
        return " AND %2$s %1$s= ? AND (%2$s %1$s ? OR %2$s = ? AND t.ticket_id %1$s ?)".formatted(operator, column);
    }

    private boolean isDescending() {
        return name.startsWith("-");
    }
}
