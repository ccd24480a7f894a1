package dev.ticketwire.query.list;

import dev.ticketwire.rest.request.PageCursor;
import org.jspecify.annotations.Nullable;

/**
 * The position of a ticket in a list.
 *
 * @param value of the column that the list is ordered by
 * @param ticketId decides between equal values
 * @param updatedUntil see {@link TicketListPage#updatedUntil}, of the first page; empty if changes are not followed
 */
record ListPosition(String value, long ticketId, String updatedUntil) {
    private static final int CURSOR_PARTS = 4;

    /**
     * @param text a cursor as sent, null if none was
     * @param order the name of the list's order
     * @return null for null
     * @throws dev.ticketwire.contract.problem.Refused 400 if it is not a cursor of a list in this order
     */
    static @Nullable ListPosition parse(@Nullable String text, String order) {
        PageCursor cursor = PageCursor.parse(text, CURSOR_PARTS);
        if (cursor == null) {
            return null;
        }
        if (!cursor.part(0).equals(order)) {
            throw PageCursor.invalid();
        }
        return new ListPosition(cursor.part(1), cursor.number(2), cursor.part(3));
    }

    PageCursor cursor(ListOrder order) {
        return PageCursor.at(order.name(), value, ticketId, updatedUntil);
    }
}
