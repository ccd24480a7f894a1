package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.Cursor;
import dev.ticketwire.rest.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of tickets, as asked for.
 *
 * @param visible whose tickets the caller may see
 * @param limit 1–100
 * @param after where the page before it ended: {@link #place}; null for the first
 * @param isCounted whether the number of all tickets meant is wanted
 * @param followsChanges whether the caller shall be told from when on to ask for later changes
 */
record TicketList(
        TicketFilter filter,
        Departments visible,
        Order order,
        int limit,
        @Nullable Cursor after,
        boolean isCounted,
        boolean followsChanges) {
    private static final String UPDATED_SINCE = "updated_since";
    private static final Set<String> OWN = Set.of("sort", "limit", Cursor.NAME, "total");
    private static final int USUAL = 20;
    private static final int MOST = 100;

    /** @throws Refused 400 for whatever means nothing, by name */
    static TicketList of(@Nullable String query, Identity caller, Reference reference) {
        Parameters sent = Parameters.parse(query, name -> OWN.contains(name) || TicketFilter.isFilter(name));
        boolean since = sent.one(UPDATED_SINCE) != null;
        String sort = sent.one("sort") == null && since ? Order.BY_CHANGE : sent.word("sort", Order.NAMES);
        Cursor after = Cursor.parse(sent.one(Cursor.NAME), 4);
        if (after != null && !after.part(0).equals(sort)) {
            throw Cursor.invalid();
        }
        return new TicketList(
                TicketFilter.of(sent.all(), caller, reference),
                caller.departments(),
                new Order(sort),
                sent.number("limit", USUAL, 1, MOST),
                after,
                sent.flag("total"),
                since);
    }

    /**
     * The place behind a ticket.
     *
     * @param value what the ticket holds in the column of the order
     * @param until see {@link #followsChanges}; carried along, because it has to be that of the first page
     */
    Cursor place(String value, long ticketId, @Nullable String until) {
        return Cursor.of(order.name(), value, ticketId, until == null ? "" : until);
    }
}
