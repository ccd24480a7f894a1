package dev.ticketwire.query.search;

import java.util.List;

/**
 * An order of a list with its way back: the id decides between equals, in the same direction, so that a place between two
 * tickets can be named by what the one before it holds.
 *
 * @param name as callers write it: {@code created}, {@code updated} or {@code number} (as text), {@code -} before it for
 *     descending
 */
record Order(String name) {
    /** The first is the usual one. */
    static final List<String> NAMES = List.of("-created", "created", "-updated", "updated", "-number", "number");

    /** What callers write to follow changes: ascending, so that a ticket that changes comes again rather than never. */
    static final String BY_CHANGE = "updated";

    /** The column, without its table. */
    String column() {
        return isDescending() ? name.substring(1) : name;
    }

    /** For {@code ORDER BY}. */
    String sql() {
        String direction = isDescending() ? " DESC" : "";
        return "t." + column() + direction + ", t.ticket_id" + direction;
    }

    /**
     * A condition that holds for all tickets behind a place. Takes its value three times, then its ticket's id. The first
     * part is all that an index needs.
     */
    String behind() {
        String further = isDescending() ? "<" : ">";
        String column = "t." + column();
        return " AND %2$s %1$s= ? AND (%2$s %1$s ? OR %2$s = ? AND t.ticket_id %1$s ?)".formatted(further, column);
    }

    private boolean isDescending() {
        return name.startsWith("-");
    }
}
