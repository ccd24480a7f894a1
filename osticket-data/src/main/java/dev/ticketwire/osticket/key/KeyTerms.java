package dev.ticketwire.osticket.key;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a key that can be changed.
 *
 * @param name for osTicket's keys: their notes, which are not changed here
 * @param permissions some of {@link #PERMISSIONS}
 * @param departments ids, at least one; null for all
 * @param addresses addresses and CIDR ranges, at least one; null for any, or for the address in osTicket's own table
 * @param seesNotes whether it sees internal notes
 * @param maySubscribe whether it may have webhooks
 * @param requestsPerSecond and {@code inFlight}: null for no limit
 */
public record KeyTerms(
        String name,
        boolean isActive,
        Set<String> permissions,
        @Nullable List<Integer> departments,
        @Nullable List<String> addresses,
        boolean seesNotes,
        boolean maySubscribe,
        @Nullable Instant expires,
        @Nullable Integer requestsPerSecond,
        @Nullable Integer inFlight) {

    /** All permissions: column names, in the plugin's order. */
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
                name,
                false,
                permissions,
                departments,
                addresses,
                seesNotes,
                maySubscribe,
                expires,
                requestsPerSecond,
                inFlight);
    }
}
