package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.format.RowId;

/** What a path may say instead of a ticket's number. */
final class TicketId {
    private TicketId() {}

    /** Whether {@code text} may be an id where it is no ticket's number. */
    static boolean isOne(String text) {
        return RowId.ofDigits(text).isPresent();
    }

    /** No ticket has the number, or the id. */
    static Refused unknown() {
        return Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");
    }
}
