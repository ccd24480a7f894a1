package dev.ticketwire.command.update;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.change.TicketChangeRows;
import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.SnapshotCache;
import dev.ticketwire.osticket.time.DatabaseTime;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Changes tickets, each as a whole or not at all. */
@ApplicationScoped
class UpdateTickets implements Handler<UpdateTicket> {
    private final SnapshotCache<UpdateRules> rules = new SnapshotCache<>();

    @Override
    public Class<UpdateTicket> kind() {
        return UpdateTicket.class;
    }

    @Override
    public List<Result> apply(Wave<UpdateTicket> wave) throws SQLException {
        Connection connection = wave.connection();
        UpdateRules current =
                rules.of(wave.reference(), reference -> UpdateRules.of(reference, DatabaseZone.of(connection)));
        List<Received<UpdateTicket>> received = wave.commands();
        List<UpdateTicket> commands = received.stream().map(Received::command).toList();
        List<String> numbers = new ArrayList<>(parents(commands, true));
        commands.forEach(command -> numbers.add(command.ticket()));
        TicketLookup existing = TicketLookup.find(connection, numbers, parents(commands, false));
        Map<Integer, TicketRow> rows = TicketRow.lock(connection, existing.ids());
        Map<Integer, TicketRow> parents = presentParents(received, existing, rows, connection);
        List<Result> results = new ArrayList<>();
        for (List<Received<UpdateTicket>> round : rounds(received, existing)) {
            if (!results.isEmpty()) {
                rows = TicketRow.again(connection, existing.ids());
            }
            results.addAll(new Round(wave, current, existing, rows, parents).apply(round));
        }
        return results;
    }

    private static List<String> parents(List<UpdateTicket> commands, boolean strict) {
        return commands.stream()
                .filter(command -> command.strict() == strict)
                .map(UpdateTicket::parent)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Those that a key which is bound to departments would take a ticket from. Without such a key nothing is read. */
    private static Map<Integer, TicketRow> presentParents(
            List<Received<UpdateTicket>> all,
            TicketLookup existing,
            Map<Integer, TicketRow> rows,
            Connection connection)
            throws SQLException {
        Set<Integer> parents = new TreeSet<>();
        for (Received<UpdateTicket> received : all) {
            Integer id = existing.numbered(received.command().ticket());
            TicketRow row = id == null ? null : rows.get(id);
            if (row != null
                    && received.command().parent() != null
                    && !received.departments().areAll()) {
                parents.add(row.parent());
            }
        }
        return parents.isEmpty() ? Map.of() : TicketRow.again(connection, parents);
    }

    /** Two commands may call one ticket differently: the later one must see what the earlier one did. */
    private static List<List<Received<UpdateTicket>>> rounds(List<Received<UpdateTicket>> all, TicketLookup existing) {
        List<List<Received<UpdateTicket>>> rounds = new ArrayList<>();
        List<Received<UpdateTicket>> round = new ArrayList<>();
        Set<Integer> changed = new HashSet<>();
        for (Received<UpdateTicket> received : all) {
            UpdateTicket command = received.command();
            Integer target = existing.numbered(command.ticket());
            Integer parent =
                    command.parent() == null ? null : ParentRule.id(command.parent(), command.strict(), existing);
            if (changed.contains(target) || changed.contains(parent)) {
                rounds.add(round);
                round = new ArrayList<>();
                changed.clear();
            }
            round.add(received);
            if (target != null) {
                changed.add(target);
            }
        }
        rounds.add(round);
        return rounds;
    }

    /** Commands that do not touch each other's tickets. */
    private record Round(
            Wave<UpdateTicket> wave,
            UpdateRules rules,
            TicketLookup existing,
            Map<Integer, TicketRow> rows,
            Map<Integer, TicketRow> presentParents) {

        List<Result> apply(List<Received<UpdateTicket>> all) throws SQLException {
            List<UpdateTicket> commands = all.stream().map(Received::command).toList();
            UpdatePlanner planner = new UpdatePlanner(rules, context(commands), wave.now());
            List<UpdatePlan> plans = new ArrayList<>();
            List<Result> results = new ArrayList<>();
            for (Received<UpdateTicket> received : all) {
                try {
                    UpdatePlan plan = planner.plan(
                            received.command(),
                            target(received),
                            new ApiCaller(received.apiKeyId(), received.departments()),
                            input -> parent(input, received));
                    plans.add(plan);
                    TicketRow row = plan.ticket.before;
                    results.add(new Result.Applied(row.id(), row.number(), null));
                } catch (Refused refused) {
                    results.add(new Result.Rejected(refused.refusal()));
                }
            }
            Connection connection = wave.connection();
            new TicketChangeRows(connection, rules.reference(), wave.now()).write(plans);
            new FormAnswerRows(connection, rules).write(plans);
            NoteRows.write(connection, rules.reference(), plans, DatabaseTime.format(wave.now()));
            return results;
        }

        private TicketRow parent(String input, Received<UpdateTicket> received) {
            TicketRow parent =
                    ParentRule.parent(input, received.command().strict(), existing, rows, received.departments());
            TicketRow present = presentParents.get(target(received).parent());
            if (present != null && present.id() != parent.id()) {
                DepartmentAccess.parent(present, received.departments(), "parentTicketNumber");
            }
            return parent;
        }

        private TicketRow target(Received<UpdateTicket> received) {
            Integer id = existing.numbered(received.command().ticket());
            TicketRow row = DepartmentAccess.target(id == null ? null : rows.get(id), received.departments());
            if (row == null) {
                throw Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found");
            }
            return row;
        }

        private UpdateContext context(List<UpdateTicket> commands) throws SQLException {
            Set<Integer> tickets = new TreeSet<>();
            Set<Integer> answered = new TreeSet<>();
            Set<Integer> moved = new TreeSet<>();
            for (UpdateTicket command : commands) {
                Integer id = existing.numbered(command.ticket());
                if (id != null) {
                    tickets.add(id);
                    if (command.routing().status() != null) {
                        moved.add(id);
                    }
                    if (needsAnswers(command)) {
                        answered.add(id);
                    }
                }
            }
            return UpdateContext.find(wave.connection(), tickets, answered, moved);
        }

        private static boolean needsAnswers(UpdateTicket command) {
            return command.routing().status() != null
                    || command.routing().priority() != null
                    || command.subject() != null
                    || !command.fields().isEmpty();
        }
    }
}
