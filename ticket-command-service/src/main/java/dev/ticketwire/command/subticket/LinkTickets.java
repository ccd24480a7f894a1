package dev.ticketwire.command.subticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hangs tickets under others: at any depth, in any department and state, but never in a circle. */
@ApplicationScoped
class LinkTickets implements Handler<LinkTicket> {

    @Override
    public Class<LinkTicket> kind() {
        return LinkTicket.class;
    }

    @Override
    public List<Result> apply(Wave<LinkTicket> wave) throws SQLException {
        Connection connection = wave.connection();
        List<String> numbers = wave.commands().stream()
                .map(Received::command)
                .flatMap(command -> Stream.of(command.parent(), command.ticket()))
                .toList();
        TicketLookup existing = TicketLookup.find(connection, numbers, List.of());
        TicketAncestors ancestors = TicketAncestors.lock(connection, existing.ids());
        LinkAnswers answers = LinkAnswers.of(connection, existing.ids(), wave.reference());
        Map<Integer, Integer> links = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        for (Received<LinkTicket> received : wave.commands()) {
            try {
                Link link = link(received, existing, ancestors);
                links.put(link.child.id(), link.parent.id());
                results.add(applied(link, answers));
            } catch (Refused refused) {
                results.add(new Result.Rejected(refused.refusal()));
            }
        }
        ParentRows.write(connection, links);
        return results;
    }

    private record Link(TicketRow parent, TicketRow child) {}

    /** @throws Refused if a rule forbids the link */
    private static Link link(Received<LinkTicket> received, TicketLookup existing, TicketAncestors ancestors) {
        LinkTicket command = received.command();
        TicketRow parent = ancestors.get(existing.idByNumber(command.parent()));
        if (parent == null) {
            throw Refused.of(ProblemCode.PARENT_NOT_FOUND, "Parent ticket not found");
        }
        TicketRow child = ancestors.get(existing.idByNumber(command.ticket()));
        if (child == null) {
            throw Refused.of(ProblemCode.CHILD_NOT_FOUND, "Child ticket not found", "childId");
        }
        DepartmentAccess.parent(parent, received.departments(), null);
        DepartmentAccess.child(child, received.departments(), "childId");
        check(parent, child, ancestors);
        ancestors.put(child.id(), parent.id());
        return new Link(parent, child);
    }

    private static Result applied(Link link, LinkAnswers answers) {
        ObjectNode answer = LinkAnswers.success("Subticket relationship created successfully");
        answer.set("parent", answers.ticket(link.parent));
        answer.set("child", answers.ticket(link.child));
        return new Result.Applied(link.child.id(), link.child.number(), answer);
    }

    private static void check(TicketRow parent, TicketRow child, TicketAncestors ancestors) {
        if (parent.id() == child.id()) {
            throw Refused.of(ProblemCode.LINK_TO_ITSELF, "Cannot link ticket to itself", "childId");
        }
        int present = ancestors.parent(child.id());
        if (present == parent.id()) {
            throw Refused.of(ProblemCode.ALREADY_LINKED, "Subticket relationship already exists", "childId");
        }
        if (present != 0) {
            throw Refused.of(ProblemCode.OTHER_PARENT, "Child ticket already has a different parent", "childId");
        }
        if (ancestors.isAbove(child.id(), parent.id())) {
            throw Refused.of(ProblemCode.LINK_CYCLE, "Failed to create subticket relationship", "childId");
        }
    }
}
