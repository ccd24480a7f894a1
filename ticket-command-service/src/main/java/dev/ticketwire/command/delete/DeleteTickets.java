package dev.ticketwire.command.delete;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deletes tickets in any state, with all that hangs on them; what was addressed twice is gone the second time. */
@ApplicationScoped
class DeleteTickets implements Handler<DeleteTicket> {
    private static final Refusal NOT_FOUND = Refusal.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");

    @Override
    public Class<DeleteTicket> kind() {
        return DeleteTicket.class;
    }

    @Override
    public List<Result> apply(Wave<DeleteTicket> wave) throws SQLException {
        Connection connection = wave.connection();
        List<String> numbers = wave.commands().stream()
                .map(received -> received.command().ticket())
                .toList();
        TicketLookup existing = TicketLookup.find(connection, numbers, List.of());
        Map<Integer, TicketRow> family = RelatedTickets.lock(connection, existing.ids());
        Map<Integer, TicketRow> doomed = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        for (Received<DeleteTicket> received : wave.commands()) {
            TicketRow ticket =
                    DepartmentAccess.target(existing.row(received.command().ticket(), family), received.departments());
            boolean first = ticket != null && doomed.putIfAbsent(ticket.id(), ticket) == null;
            results.add(
                    first && ticket != null
                            ? new Result.Applied(ticket.id(), ticket.number(), null)
                            : new Result.Rejected(NOT_FOUND));
        }
        if (!doomed.isEmpty()) {
            new TicketDeletion(connection, wave.reference(), wave.now()).remove(List.copyOf(doomed.values()), family);
        }
        return results;
    }
}
