package dev.ticketwire.command.delete;

import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parents and children of tickets that are deleted. */
final class RelatedTickets {
    private static final String PARENTS =
            "SELECT ticket_pid FROM {ticket} WHERE ticket_pid IS NOT NULL AND ticket_id IN :keys";
    private static final String CHILDREN = "SELECT ticket_id FROM {ticket} WHERE ticket_pid IN :keys";
    private static final String FREE = "UPDATE {ticket} SET ticket_pid = NULL WHERE ticket_id IN :keys";
    private static final String SEPARATE =
            "UPDATE {ticket} SET ticket_pid = NULL, flags = flags & ~" + TicketRow.FAMILY + " WHERE ticket_id IN :keys";
    private static final String OWN_THREAD =
            "UPDATE {thread} SET object_type = 'T' WHERE object_type = 'C' AND object_id IN :keys";
    private static final String CHILDLESS = "SELECT t.ticket_id FROM {ticket} t LEFT JOIN {ticket} c"
            + " ON c.ticket_pid = t.ticket_id WHERE t.flags & " + TicketRow.PARENT
            + " AND c.ticket_id IS NULL AND t.ticket_id IN :keys";
    private static final String NO_PARENT_ANY_MORE =
            "UPDATE {ticket} SET flags = flags & ~" + TicketRow.FAMILY + " WHERE ticket_id IN :keys";

    private RelatedTickets() {}

    /** @return tickets, parents and children by id, locked in one statement and so in ascending order */
    static Map<Integer, TicketRow> lock(Connection connection, Collection<Integer> tickets) throws SQLException {
        Set<Integer> ids = new TreeSet<>(tickets);
        ids.addAll(Statements.ids(connection, PARENTS, tickets));
        ids.addAll(Statements.ids(connection, CHILDREN, tickets));
        return TicketRow.lock(connection, ids);
    }

    /** Removes the parent of children. Tickets that osTicket's core merged or linked lose those flags too. */
    static void freeChildren(Connection connection, List<TicketRow> parents) throws SQLException {
        List<Integer> core = new ArrayList<>();
        List<Integer> plain = new ArrayList<>();
        parents.forEach(parent -> (parent.isCoreParent() ? core : plain).add(parent.id()));
        List<Integer> merged = Statements.ids(connection, CHILDREN, core);
        Statements.change(connection, SEPARATE, merged);
        Statements.change(connection, OWN_THREAD, merged);
        Statements.change(connection, FREE, Statements.ids(connection, CHILDREN, plain));
    }

    /** Clears the parent flag of core parents that have lost their last child. */
    static void settleParents(Connection connection, Collection<Integer> parents) throws SQLException {
        Statements.change(connection, NO_PARENT_ANY_MORE, Statements.ids(connection, CHILDLESS, parents));
    }
}
