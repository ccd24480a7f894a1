package dev.ticketwire.command.create;

import dev.ticketwire.command.ticket.ExistingTickets;
import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.TicketRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tickets that new ones are to hang under, locked: by number, else by internal id. */
final class Parents {
    private final ExistingTickets existing;
    private final Map<Integer, TicketRow> locked;

    private Parents(ExistingTickets existing, Map<Integer, TicketRow> locked) {
        this.existing = existing;
        this.locked = locked;
    }

    static Parents find(Connection connection, Collection<String> inputs) throws SQLException {
        ExistingTickets existing = ExistingTickets.find(connection, List.of(), inputs);
        return new Parents(existing, TicketRow.lock(connection, existing.ids()));
    }

    /**
     * @return null if the command names no parent
     * @throws dev.ticketwire.command.ticket.Refused if it names one that does not exist, has itself a parent, or is none of the
     *     key's business
     */
    @Nullable
    Integer of(Request request) {
        String input = request.command().parent();
        if (input == null) {
            return null;
        }
        TicketRow parent = ParentRule.parent(input, existing, locked, request.departments());
        ParentRule.mayHaveChildren(parent);
        return parent.id();
    }
}
