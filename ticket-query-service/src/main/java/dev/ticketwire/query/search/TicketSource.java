package dev.ticketwire.query.search;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The tables of a statement that selects tickets {@code t} and, in a search for a subject, the condition on it. Parameters: {@code candidates} if it is not null, then the pattern of the subject if there is one.
 *
 * @param sql from {@code FROM} up to the conditions
 * @param limit what follows the whole statement
 * @param candidates ids of tickets as a JSON array
 */
record TicketSource(String sql, String limit, @Nullable String candidates) {
    /** Tickets first and in order, so that the server walks along the index of the order until the page is full. */
    private static final String TICKETS = "FROM {ticket} t\n";

    private static final String WITH_SUBJECT = """
            JOIN {ticket__cdata} c ON c.ticket_id = t.ticket_id AND c.subject LIKE ? ESCAPE '!'
            """;
    /** Subjects first: reads all of them, in a seventh of the time that a walk along all tickets takes. */
    private static final String SUBJECTS = """
            FROM {ticket__cdata} c JOIN {ticket} t ON t.ticket_id = c.ticket_id AND c.subject LIKE ? ESCAPE '!'
            """;

    private static final String CANDIDATES = """
            FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) candidates
            JOIN {ticket} t ON t.ticket_id = candidates.id
            """ + WITH_SUBJECT;
    /** A walk along 20,000 tickets at most; the server warns when it stops. */
    private static final String ROWS_EXAMINED = " LIMIT ROWS EXAMINED 40000";

    /** All tickets, whatever their subject. */
    static TicketSource tickets() {
        return new TicketSource(TICKETS, "", null);
    }

    /** The tickets with the subject, along the order of the search; incomplete if that takes too long. */
    static TicketSource walk() {
        return new TicketSource(TICKETS + WITH_SUBJECT, ROWS_EXAMINED, null);
    }

    /** The tickets with the subject, from the table of all subjects. */
    static TicketSource subjects() {
        return new TicketSource(SUBJECTS, "", null);
    }

    /** The tickets with the subject among the candidates. */
    static TicketSource candidates(RoaringBitmap tickets) {
        StringJoiner ids = new StringJoiner(",", "[", "]");
        tickets.forEach((IntConsumer) id -> ids.add(Integer.toUnsignedString(id)));
        return new TicketSource(CANDIDATES, "", ids.toString());
    }
}
