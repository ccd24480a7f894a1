package dev.ticketwire.command.subticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes tickets from their parents. A parent that is gone counts as none. */
@ApplicationScoped
class UnlinkTickets implements Handler<UnlinkTicket> {

    @Override
    public Class<UnlinkTicket> kind() {
        return UnlinkTicket.class;
    }

    @Override
    public List<Result> apply(Wave<UnlinkTicket> wave) throws SQLException {
        Connection connection = wave.connection();
        List<String> numbers = wave.commands().stream()
                .map(received -> received.command().ticket())
                .toList();
        TicketLookup existing = TicketLookup.find(connection, numbers, List.of());
        Map<Integer, TicketRow> children = TicketRow.lock(connection, existing.ids());
        Set<Integer> parents = new HashSet<>();
        children.values().forEach(child -> parents.add(child.parent()));
        Set<Integer> visible = TicketLookup.visible(connection, parents);
        boolean isAnyBound = wave.commands().stream()
                .anyMatch(received -> !received.departments().areAll());
        Map<Integer, TicketRow> parentRows = isAnyBound ? TicketRow.again(connection, visible) : Map.of();
        LinkAnswers relation = LinkAnswers.of(connection, children.keySet(), wave.reference());
        Set<Integer> freed = new TreeSet<>();
        List<Result> results = new ArrayList<>();
        for (Received<UnlinkTicket> received : wave.commands()) {
            TicketRow child = existing.row(received.command().ticket(), children);
            try {
                permit(child, parentRows, received.departments());
                results.add(unlinked(child, visible, relation, freed));
            } catch (Refused refused) {
                results.add(new Result.Rejected(refused.refusal()));
            }
        }
        ParentRows.clear(connection, freed);
        return results;
    }

    private static void permit(@Nullable TicketRow child, Map<Integer, TicketRow> parents, Departments departments) {
        if (child == null) {
            return;
        }
        DepartmentAccess.child(child, departments, null);
        TicketRow parent = parents.get(child.parent());
        if (parent != null) {
            DepartmentAccess.parent(parent, departments, null);
        }
    }

    private static Result unlinked(
            @Nullable TicketRow child, Set<Integer> visible, LinkAnswers relation, Set<Integer> freed) {
        if (child == null) {
            throw Refused.of(ProblemCode.CHILD_NOT_FOUND, "Child ticket not found");
        }
        if (!visible.contains(child.parent()) || !freed.add(child.id())) {
            throw Refused.of(ProblemCode.NO_PARENT, "Child has no parent to unlink");
        }
        ObjectNode answer = LinkAnswers.success("Subticket relationship removed successfully");
        answer.set("child", relation.told(child));
        return new Result.Applied(child.id(), child.number(), answer);
    }
}
