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
import org.jspecify.annotations.Nullable;

/** Deletes tickets in any state with all their rows. The second of two commands for one ticket does not find it. */
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
        Map<Integer, TicketRow> deleted = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        for (Received<DeleteTicket> received : wave.commands()) {
            TicketRow ticket =
                    DepartmentAccess.target(existing.row(received.command().ticket(), family), received.departments());
            results.add(result(ticket, deleted));
        }
        if (!deleted.isEmpty()) {
            new TicketDeletion(connection, wave.reference(), wave.now()).remove(List.copyOf(deleted.values()), family);
        }
        return results;
    }

    /** @param deleted the tickets that the wave deletes, by id; this one is added */
    private static Result result(@Nullable TicketRow ticket, Map<Integer, TicketRow> deleted) {
        return ticket != null && deleted.putIfAbsent(ticket.id(), ticket) == null
                ? new Result.Applied(ticket.id(), ticket.number(), null)
                : new Result.Rejected(NOT_FOUND);
    }
}
