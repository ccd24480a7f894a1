package dev.ticketwire.command.subticket;

import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tickets and all their ancestors, locked, so that no other transaction can close a cycle. */
final class TicketAncestors {
    private static final String UPWARDS =
            "WITH RECURSIVE line (id, parent) AS (SELECT ticket_id, ticket_pid FROM {ticket}"
                    + " WHERE ticket_id IN :keys UNION SELECT t.ticket_id, t.ticket_pid FROM {ticket} t JOIN line"
                    + " ON t.ticket_id = line.parent) SELECT id FROM line";

    private final Map<Integer, TicketRow> locked = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Set<Integer> visible;

    private TicketAncestors(Connection connection, Collection<Integer> tickets) throws SQLException {
        Set<Integer> wanted = new TreeSet<>(tickets);
        Set<Integer> looked = new HashSet<>();
        // Repeated, because a chain may have grown before it was locked, and the server limits the depth of a
        // recursion.
        while (!wanted.isEmpty()) {
            Set<Integer> line = new TreeSet<>(Statements.ids(connection, UPWARDS, wanted));
            line.addAll(wanted);
            line.removeAll(looked);
            looked.addAll(line);
            Map<Integer, TicketRow> rows = TicketRow.lock(connection, line);
            locked.putAll(rows);
            wanted.clear();
            rows.values().forEach(row -> {
                if (row.parent() != 0 && !looked.contains(row.parent())) {
                    wanted.add(row.parent());
                }
            });
        }
        locked.values().forEach(row -> parents.put(row.id(), row.parent()));
        visible = TicketLookup.visible(connection, locked.keySet());
    }

    static TicketAncestors lock(Connection connection, Collection<Integer> tickets) throws SQLException {
        return new TicketAncestors(connection, tickets);
    }

    /** Null if there is no such ticket any more. */
    @Nullable
    TicketRow get(@Nullable Integer id) {
        return id == null ? null : locked.get(id);
    }

    /** 0 without a parent, or with one that nobody can find. */
    int parent(int ticket) {
        int parent = parents.getOrDefault(ticket, 0);
        return visible.contains(parent) ? parent : 0;
    }

    /** Whether {@code ticket} is above {@code other} or the same, at any distance. */
    boolean isAbove(int ticket, int other) {
        Set<Integer> seen = new HashSet<>();
        for (int next = other; next != 0 && seen.add(next); next = parents.getOrDefault(next, 0)) {
            if (next == ticket) {
                return true;
            }
        }
        return false;
    }

    /** What a later command of the wave sees. */
    void put(int child, int parent) {
        parents.put(child, parent);
    }
}
