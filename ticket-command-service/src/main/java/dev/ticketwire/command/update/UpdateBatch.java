package dev.ticketwire.command.update;

import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.change.TicketChangeRows;
import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies updates that do not touch each other's tickets.
 *
 * @param rows the locked tickets by id
 * @param formerParents the tickets' current parents by id, for keys restricted to departments that replace them
 * @param notes receives the notes of which mails may tell
 */
record UpdateBatch(
        Wave<UpdateTicket> wave,
        UpdateRules rules,
        TicketLookup existing,
        Map<Integer, TicketRow> rows,
        Map<Integer, TicketRow> formerParents,
        List<Occasion> notes) {

    /** @return one result for each command, in their order */
    List<Result> apply(List<Received<UpdateTicket>> commands) throws SQLException {
        UpdatePlanner planner = new UpdatePlanner(rules, context(commands), wave.now());
        List<UpdatePlan> plans = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Received<UpdateTicket> received : commands) {
            try {
                UpdatePlan plan = plan(received, planner);
                plans.add(plan);
                plan.command = received;
                results.add(new Result.Applied(plan.ticket.id(), plan.ticket.before.number(), null));
            } catch (Refused refused) {
                results.add(new Result.Rejected(refused.refusal()));
            }
        }
        write(plans);
        return results;
    }

    private UpdatePlan plan(Received<UpdateTicket> received, UpdatePlanner planner) {
        ApiCaller caller = new ApiCaller(received.apiKeyId(), received.departments());
        return planner.plan(received.command(), target(received), caller, input -> parent(input, received));
    }

    private void write(List<UpdatePlan> plans) throws SQLException {
        Connection connection = wave.connection();
        new TicketChangeRows(connection, rules.reference(), wave.now()).write(plans);
        new FormAnswerRows(connection, rules).write(plans);
        NoteRows.write(connection, rules.reference(), plans, DatabaseTime.format(wave.now()));
        plans.stream().map(UpdateBatch::note).filter(Objects::nonNull).forEach(notes::add);
    }

    /** Its note as mails tell of it; null if there is none, if the caller wants no mails, or on the plugin's paths, which send no mails. */
    private static @Nullable Occasion note(UpdatePlan plan) {
        Received<UpdateTicket> received = plan.command;
        TicketRow before = plan.ticket.before;
        InternalNote note = plan.note;
        return note == null
                        || note.silent()
                        || received == null
                        || !received.command().strict()
                ? null
                : new Occasion.NoteAdded(
                        received.id(), before.id(), plan.noteId, 0, before.staff(), before.team(), null);
    }

    private TicketRow parent(String input, Received<UpdateTicket> received) {
        TicketRow parent =
                ParentRule.parent(input, received.command().strict(), existing, rows, received.departments());
        TicketRow former = formerParents.get(target(received).parent());
        if (former != null && former.id() != parent.id()) {
            DepartmentAccess.parent(former, received.departments(), "parentTicketNumber");
        }
        return parent;
    }

    private TicketRow target(Received<UpdateTicket> received) {
        TicketRow row =
                DepartmentAccess.target(existing.row(received.command().ticket(), rows), received.departments());
        if (row == null) {
            throw Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");
        }
        return row;
    }

    private UpdateContext context(List<Received<UpdateTicket>> commands) throws SQLException {
        return UpdateContext.find(
                wave.connection(),
                targets(commands, command -> true),
                targets(commands, UpdateBatch::needsAnswers),
                targets(commands, command -> command.routing().status() != null));
    }

    private Set<Integer> targets(List<Received<UpdateTicket>> commands, Predicate<UpdateTicket> condition) {
        Set<Integer> targets = new TreeSet<>();
        for (Received<UpdateTicket> received : commands) {
            Integer id = existing.idByNumber(received.command().ticket());
            if (id != null && condition.test(received.command())) {
                targets.add(id);
            }
        }
        return targets;
    }

    private static boolean needsAnswers(UpdateTicket command) {
        return command.routing().status() != null
                || command.routing().priority() != null
                || command.subject() != null
                || !command.fields().isEmpty();
    }
}
