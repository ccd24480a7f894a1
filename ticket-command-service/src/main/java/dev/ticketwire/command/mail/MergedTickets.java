package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tickets that agents merged into others; finds the ticket that each was merged into. */
final class MergedTickets {
    /** By its flags (1 combined, 2 separate), or because its thread is a child's. */
    private static final String IS_MERGED = " JOIN {thread} h ON h.object_id = t.ticket_id"
            + " AND h.object_type IN ('T', 'C') WHERE t.ticket_pid IS NOT NULL"
            + " AND (h.object_type = 'C' OR t.flags & 3 <> 0)";

    /** The tickets and those they were merged into, level by level; {@code UNION} ends a cycle. */
    private static final String SELECT = "WITH RECURSIVE family (id) AS ("
            + " SELECT t.ticket_id FROM {ticket} t WHERE t.ticket_id IN :keys"
            + " UNION SELECT t.ticket_pid FROM family f JOIN {ticket} t ON t.ticket_id = f.id"
            + IS_MERGED + ")"
            + " SELECT t.ticket_id, t.ticket_pid FROM family f JOIN {ticket} t ON t.ticket_id = f.id" + IS_MERGED;

    private final Map<Integer, Integer> above = new HashMap<>();

    private MergedTickets() {}

    static MergedTickets find(Connection connection, Collection<Integer> tickets) throws SQLException {
        MergedTickets found = new MergedTickets();
        Statements.read(
                connection, SELECT, new TreeSet<>(tickets), row -> found.above.put(row.getInt(1), row.getInt(2)));
        return found;
    }

    /** The ticket at the end of the chain of merges; the ticket itself if it was not merged. */
    int holder(int ticket) {
        Set<Integer> seen = new HashSet<>();
        int holder = ticket;
        while (above.containsKey(holder) && seen.add(holder)) {
            holder = above.get(holder);
        }
        return holder;
    }

    /** The tickets that others were merged into. */
    Collection<Integer> holders() {
        return above.values();
    }
}
