package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.regex.Pattern;

/** What a path may say instead of a ticket's number. */
final class TicketId {
    private static final Pattern ID = Pattern.compile("[0-9]{1,10}");

    private TicketId() {}

    /** Whether {@code text} may be an id where it is no ticket's number. */
    static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }

    /** No ticket has the number, or the id. */
    static Refused unknown() {
        return Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");
    }
}
