package dev.ticketwire.query.list;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.request.PageCursor;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request for a page of tickets.
 *
 * @param visible the departments whose tickets the caller may see
 * @param limit 1 to 100, 20 by default
 * @param after position of the last ticket of the previous page; null for the first page
 * @param wantsTotal whether to count all tickets that match the filter
 * @param followsChanges whether the caller asks for tickets changed since a time
 */
record TicketListRequest(
        TicketFilter filter,
        Departments visible,
        ListOrder order,
        int limit,
        @Nullable ListPosition after,
        boolean wantsTotal,
        boolean followsChanges) {
    private static final String UPDATED_SINCE = "updated_since";
    private static final Set<String> OWN = Set.of("sort", "limit", PageCursor.PARAMETER, "total");
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    /**
     * @param query as sent, null for none
     * @throws Refused 400 that names the unknown or invalid parameter
     */
    static TicketListRequest parse(@Nullable String query, Identity caller, Reference reference) {
        QueryParameters sent = QueryParameters.parse(query, name -> OWN.contains(name) || TicketFilter.isFilter(name));
        boolean followsChanges = sent.one(UPDATED_SINCE) != null;
        String order =
                sent.one("sort") == null && followsChanges ? ListOrder.BY_CHANGE : sent.word("sort", ListOrder.NAMES);
        ListPosition after = ListPosition.parse(sent.one(PageCursor.PARAMETER), order);
        return new TicketListRequest(
                TicketFilter.of(sent.all(), caller, reference),
                caller.departments(),
                new ListOrder(order),
                sent.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
                after,
                sent.flag("total"),
                followsChanges);
    }
}
