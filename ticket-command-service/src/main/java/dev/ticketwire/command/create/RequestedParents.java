package dev.ticketwire.command.create;

import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.OpenTicket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parents that new tickets name, locked. They are found by number, on the plugin's paths also by internal id. */
final class RequestedParents {
    private final TicketLookup existing;
    private final Map<Integer, TicketRow> locked;

    private RequestedParents(TicketLookup existing, Map<Integer, TicketRow> locked) {
        this.existing = existing;
        this.locked = locked;
    }

    static RequestedParents find(Connection connection, Collection<TicketRequest> requests) throws SQLException {
        TicketLookup existing = TicketLookup.find(connection, inputs(requests, true), inputs(requests, false));
        return new RequestedParents(existing, TicketRow.lock(connection, existing.ids()));
    }

    private static List<String> inputs(Collection<TicketRequest> requests, boolean strict) {
        return requests.stream()
                .map(TicketRequest::command)
                .filter(command -> command.strict() == strict)
                .map(OpenTicket::parent)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * @return null if the command names no parent
     * @throws dev.ticketwire.contract.problem.Refused if the parent does not exist, has a parent itself, or is in a
     *     department that the key may not access
     */
    @Nullable
    Integer of(TicketRequest request) {
        String input = request.command().parent();
        if (input == null) {
            return null;
        }
        TicketRow parent =
                ParentRule.parent(input, request.command().strict(), existing, locked, request.departments());
        ParentRule.mayHaveChildren(parent);
        return parent.id();
    }
}
