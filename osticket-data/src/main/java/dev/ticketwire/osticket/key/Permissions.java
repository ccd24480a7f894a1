package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.schema.OwnKey;
import java.util.HashSet;
import java.util.Set;

/** Maps the permissions of an {@link OwnKey} to their names. */
final class Permissions {
    private Permissions() {}

    static Set<String> of(OwnKey key) {
        Set<String> names = new HashSet<>();
        addIf(key.canCreateTickets, "can_create_tickets", names);
        addIf(key.canReadTickets, "can_read_tickets", names);
        addIf(key.canUpdateTickets, "can_update_tickets", names);
        addIf(key.canSearchTickets, "can_search_tickets", names);
        addIf(key.canDeleteTickets, "can_delete_tickets", names);
        addIf(key.canReadStats, "can_read_stats", names);
        addIf(key.canManageSubtickets, "can_manage_subtickets", names);
        return names;
    }

    static void grant(OwnKey key, Set<String> names) {
        key.canCreateTickets = names.contains("can_create_tickets");
        key.canReadTickets = names.contains("can_read_tickets");
        key.canUpdateTickets = names.contains("can_update_tickets");
        key.canSearchTickets = names.contains("can_search_tickets");
        key.canDeleteTickets = names.contains("can_delete_tickets");
        key.canReadStats = names.contains("can_read_stats");
        key.canManageSubtickets = names.contains("can_manage_subtickets");
    }

    private static void addIf(boolean isGranted, String name, Set<String> names) {
        if (isGranted) {
            names.add(name);
        }
    }
}
