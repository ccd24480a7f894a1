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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Removes tickets from their parents. A parent that does not exist counts as none. */
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
        Parents parents = Parents.find(wave, children.values());
        LinkAnswers answers = LinkAnswers.of(connection, children.keySet(), wave.reference());
        Set<Integer> unlinked = new TreeSet<>();
        List<Result> results = new ArrayList<>();
        for (Received<UnlinkTicket> received : wave.commands()) {
            TicketRow child = existing.row(received.command().ticket(), children);
            try {
                results.add(unlink(child, parents, received.departments(), unlinked, answers));
            } catch (Refused refused) {
                results.add(new Result.Rejected(refused.refusal()));
            }
        }
        ParentRows.clear(connection, unlinked);
        return results;
    }

    /**
     * The parents of the children.
     *
     * @param visible ids of the parents that callers can find
     * @param rows by id; read only if a key is restricted to departments
     */
    private record Parents(Set<Integer> visible, Map<Integer, TicketRow> rows) {
        static Parents find(Wave<UnlinkTicket> wave, Collection<TicketRow> children) throws SQLException {
            Set<Integer> ids = children.stream().map(TicketRow::parent).collect(Collectors.toSet());
            Set<Integer> visible = TicketLookup.visible(wave.connection(), ids);
            boolean isAnyBound = wave.commands().stream()
                    .anyMatch(received -> !received.departments().areAll());
            return new Parents(visible, isAnyBound ? TicketRow.again(wave.connection(), visible) : Map.of());
        }
    }

    /** @param unlinked ids of the children that the wave unlinks; this one is added */
    private static Result unlink(
            @Nullable TicketRow child,
            Parents parents,
            Departments departments,
            Set<Integer> unlinked,
            LinkAnswers answers) {
        if (child == null) {
            throw Refused.of(ProblemCode.CHILD_NOT_FOUND, "Child ticket not found");
        }
        DepartmentAccess.child(child, departments, null);
        TicketRow parent = parents.rows.get(child.parent());
        if (parent != null) {
            DepartmentAccess.parent(parent, departments, null);
        }
        if (!parents.visible.contains(child.parent()) || !unlinked.add(child.id())) {
            throw Refused.of(ProblemCode.NO_PARENT, "Child has no parent to unlink");
        }
        ObjectNode answer = LinkAnswers.success("Subticket relationship removed successfully");
        answer.set("child", answers.ticket(child));
        return new Result.Applied(child.id(), child.number(), answer);
    }
}
