package dev.ticketwire.query.ticket;

import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.rest.ProblemException;

/** What a path may say instead of a ticket's number. */
final class TicketId {
    private TicketId() {}

    /** Whether {@code text} may be an id where it is no ticket's number. */
    static boolean isOne(String text) {
        return RowId.ofDigits(text).isPresent();
    }

    /** No ticket has the number, or the id. */
    static ProblemException unknown() {
        return ProblemException.of(404, "ticket-not-found", "Ticket not found");
    }
}
