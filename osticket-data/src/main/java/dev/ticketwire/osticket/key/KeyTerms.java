package dev.ticketwire.osticket.key;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be set of a key.
 *
 * @param name of one of osTicket's keys: its notes, which are not changed here
 * @param permissions some of {@link #PERMISSIONS}
 * @param departments ids, at least one; null for all
 * @param addresses addresses and CIDR ranges, at least one; null for any, or for the one of osTicket's own table
 * @param seesNotes whether it is told of internal notes
 * @param requestsPerSecond and {@code inFlight}: null for any number
 */
public record KeyTerms(
        String name,
        boolean isActive,
        Set<String> permissions,
        @Nullable List<Integer> departments,
        @Nullable List<String> addresses,
        boolean seesNotes,
        @Nullable Instant expires,
        @Nullable Integer requestsPerSecond,
        @Nullable Integer inFlight) {

    /** The permissions there are: columns, in the order in which the plugin shows them. */
    public static final List<String> PERMISSIONS = List.of(
            "can_create_tickets",
            "can_read_tickets",
            "can_update_tickets",
            "can_search_tickets",
            "can_delete_tickets",
            "can_read_stats",
            "can_manage_subtickets");

    KeyTerms inactive() {
        return new KeyTerms(
                name, false, permissions, departments, addresses, seesNotes, expires, requestsPerSecond, inFlight);
    }
}
