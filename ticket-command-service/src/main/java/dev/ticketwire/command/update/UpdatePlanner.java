package dev.ticketwire.command.update;

import dev.ticketwire.command.change.MutableTicket;
import dev.ticketwire.command.entry.ApiCaller;
import dev.ticketwire.command.ticket.DepartmentAccess;
import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.Resolver;
import dev.ticketwire.command.ticket.SlaDeadlines;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.due.DueDateText;
import dev.ticketwire.osticket.format.PhpJson;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Team;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to one command after the other, without SQL: the context was read for the whole wave. The order of
 * the steps decides which error is reported and the order of the events.
 */
final class UpdatePlanner {
    private static final String SUBJECT = "subject";

    private final UpdateRules rules;
    private final Resolver resolver;
    private final Reference reference;
    private final UpdateContext context;
    private final SlaDeadlines deadlines;
    private final StatusTransition statuses;
    private final FormAnswerUpdater answers;
    private final LocalDateTime now;

    UpdatePlanner(UpdateRules rules, UpdateContext context, LocalDateTime now) {
        this.rules = rules;
        this.resolver = rules.resolver();
        this.reference = rules.reference();
        this.context = context;
        this.deadlines = new SlaDeadlines(reference, rules.databaseZone());
        this.statuses = new StatusTransition(rules, context, deadlines, now);
        this.answers = new FormAnswerUpdater(rules, now);
        this.now = now;
    }

    /**
     * @param caller who sent it
     * @param parents finds the parent that the command names
     * @throws Refused for the first violated rule
     */
    UpdatePlan plan(UpdateTicket command, TicketRow row, ApiCaller caller, ParentFinder parents) {
        UpdatePlan plan = new UpdatePlan(row, context.thread(row.id()), context.forms(row.id()));
        MutableTicket ticket = plan.ticket;
        TicketRouting routing = command.routing();
        setDepartmentAndTopic(routing, ticket, caller);
        if (command.parent() != null) {
            setParent(ticket, parents.find(command.parent()));
        }
        if (routing.status() != null) {
            statuses.apply(plan, resolver.status(routing.status()), answeredFields(command));
        }
        if (routing.sla() != null) {
            setServiceLevel(ticket, resolver.serviceLevel(routing.sla()));
        }
        assign(command, plan);
        answer(command, plan);
        addNote(command, caller, plan);
        return plan;
    }

    private void setDepartmentAndTopic(TicketRouting routing, MutableTicket ticket, ApiCaller caller) {
        if (routing.department() != null) {
            ticket.department = resolver.department(routing.department()).id;
            DepartmentAccess.destination(ticket.department, caller.departments());
        }
        if (routing.topic() != null) {
            ticket.topic = resolver.topic(routing.topic()).id;
        }
    }

    private void addNote(UpdateTicket command, ApiCaller caller, UpdatePlan plan) {
        UpdateTicket.Note sent = command.note();
        if (sent == null || sent.body().isBlank()) {
            return;
        }
        if (plan.thread == 0) {
            throw Refused.of(ProblemCode.NO_THREAD, "Failed to post note: The ticket has no thread", "note");
        }
        plan.note = InternalNote.of(sent, caller, command.ip(), rules);
    }

    /** Finds a parent among the tickets that were locked. */
    @FunctionalInterface
    interface ParentFinder {
        /** @throws Refused if there is no such ticket */
        TicketRow find(String input);
    }

    private static Set<String> answeredFields(UpdateTicket command) {
        Set<String> names = new HashSet<>();
        command.fields().forEach((name, value) -> {
            if (value != null) {
                names.add(name);
            }
        });
        if (command.subject() != null) {
            names.add(SUBJECT);
        }
        return names;
    }

    private static void setParent(MutableTicket ticket, TicketRow parent) {
        if (parent.id() == ticket.id()) {
            throw Refused.of(ProblemCode.LINK_TO_ITSELF, "Cannot link ticket to itself", "parentTicketNumber");
        }
        ParentRule.mayHaveChildren(parent);
        ticket.parent = parent.id();
    }

    private void setServiceLevel(MutableTicket ticket, ServiceLevel level) {
        if (level.id == ticket.serviceLevel) {
            return;
        }
        ticket.serviceLevel = level.id;
        LocalDateTime base =
                Objects.requireNonNullElse(ticket.reopened, Objects.requireNonNullElse(ticket.before.created(), now));
        ticket.estimatedDueDate = deadlines.of(level, reference.departments().get(ticket.department), base);
        LocalDateTime due = ticket.dueDate == null ? ticket.estimatedDueDate : ticket.dueDate;
        if (due != null && due.isAfter(now)) {
            ticket.overdue = false;
        }
    }

    /** Sets agent, due date, priority and team, in this order: the first refusal wins. */
    private void assign(UpdateTicket command, UpdatePlan plan) {
        MutableTicket ticket = plan.ticket;
        TicketRouting routing = command.routing();
        Map<String, Object> released = new LinkedHashMap<>();
        assignStaff(command, ticket, released);
        setDueDate(command, ticket);
        if (routing.priority() != null) {
            answers.priority(plan, resolver.priority(routing.priority()));
        }
        assignTeam(command, plan, released);
        if (!released.isEmpty()) {
            plan.record("released", PhpJson.write(released));
        }
    }

    /** @param released receives the agent who loses the ticket */
    private void assignStaff(UpdateTicket command, MutableTicket ticket, Map<String, Object> released) {
        String staff = command.routing().staff();
        if (staff != null) {
            ticket.staff = resolver.staff(staff).id;
        } else if (command.emptied().contains("staffId") && ticket.staff != 0) {
            released.put("staff", List.of(ticket.staff, name(ticket.staff)));
            ticket.staff = 0;
        }
    }

    /** @param released receives the team that loses the ticket */
    private void assignTeam(UpdateTicket command, UpdatePlan plan, Map<String, Object> released) {
        String team = command.routing().team();
        if (team != null) {
            setTeam(resolver.team(team), plan);
        } else if (command.emptied().contains("teamId") && plan.ticket.team != 0) {
            released.put("team", plan.ticket.team);
            plan.ticket.team = 0;
        }
    }

    private String name(int staff) {
        String name = new PersonNames(reference).agent(reference.staff().get(staff));
        return name == null ? "" : name;
    }

    private void setDueDate(UpdateTicket command, MutableTicket ticket) {
        String sent = command.routing().dueDate();
        if (sent == null && !command.emptied().contains("dueDate")) {
            return;
        }
        LocalDateTime dueDate = parsed(sent);
        if (Objects.equals(dueDate, ticket.dueDate)) {
            return;
        }
        ticket.dueDate = dueDate;
        if (ticket.overdue && dueDate != null && dueDate.isAfter(now)) {
            ticket.overdue = false;
            ticket.estimatedDueDate =
                    MutableTicket.isPast(ticket.estimatedDueDate, now) ? null : ticket.estimatedDueDate;
        }
    }

    private @Nullable LocalDateTime parsed(@Nullable String text) {
        try {
            return DueDateText.parse(text, rules.databaseZone());
        } catch (DateTimeException e) {
            throw Refused.of(ProblemCode.INVALID_DUE_DATE, DueDateText.EXPECTED, "dueDate");
        }
    }

    private static void setTeam(Team team, UpdatePlan plan) {
        if (!team.isEnabled()) {
            throw Refused.of(ProblemCode.TEAM_INACTIVE, "Team is not active", "teamId");
        }
        if (team.id != plan.ticket.team) {
            plan.ticket.team = team.id;
            plan.unreferredTeam = team.id;
            plan.record("assigned", PhpJson.write(Map.of("team", team.id)));
        }
    }

    private void answer(UpdateTicket command, UpdatePlan plan) {
        if (command.subject() != null) {
            answers.answer(plan, SUBJECT, command.subject());
        }
        command.fields().forEach((name, value) -> answers.answer(plan, name, value));
    }
}
