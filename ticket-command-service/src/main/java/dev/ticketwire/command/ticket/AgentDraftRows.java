package dev.ticketwire.command.ticket;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Agents' unsent drafts on tickets. */
public final class AgentDraftRows {
    private static final String DELETE = "DELETE FROM {draft} WHERE namespace LIKE 'ticket.%.%'"
            + " AND SUBSTRING_INDEX(namespace, '.', -1) IN :keys";

    private AgentDraftRows() {}

    /** Deletes the drafts of these tickets. */
    public static void delete(Connection connection, Collection<Integer> tickets) throws SQLException {
        Statements.change(
                connection, DELETE, tickets.stream().map(String::valueOf).toList());
    }
}
