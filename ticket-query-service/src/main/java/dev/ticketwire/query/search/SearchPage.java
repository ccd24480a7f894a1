package dev.ticketwire.query.search;

import dev.ticketwire.query.fields.TicketSummaryView;
import java.util.List;

/**
 * A page of a search.
 *
 * @param hasMore whether more tickets follow
 */
record SearchPage(List<TicketSummaryView> tickets, boolean hasMore) {
    static final SearchPage EMPTY = new SearchPage(List.of(), false);
}
