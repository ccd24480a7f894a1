package dev.ticketwire.query.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param end position of its last ticket; null if no tickets follow
 * @param total number of all tickets that match the filter; null if it was not asked for
 * @param updatedUntil the time from which on to ask for later changes; null unless changes are followed
 */
record TicketListPage(
        List<TicketListItemView> tickets,
        @Nullable ListPosition end,
        @Nullable Long total,
        @Nullable String updatedUntil) {}
