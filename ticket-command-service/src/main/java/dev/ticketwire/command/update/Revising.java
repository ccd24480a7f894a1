package dev.ticketwire.command.update;

import dev.ticketwire.command.change.Ticket;
import dev.ticketwire.command.entry.Caller;
import dev.ticketwire.command.ticket.Deadlines;
import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.Permitted;
import dev.ticketwire.command.ticket.Refused;
import dev.ticketwire.command.ticket.Resolver;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.UpdateTicket;
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
 * Applies the rules to one command after the other, without a statement: what they need was looked up for the whole wave.
 * The order of the members is the contract's: it decides which error wins, and what the history says.
 */
final class Revising {
    private static final String SUBJECT = "subject";

    private final UpdateRules rules;
    private final Resolver resolver;
    private final Reference reference;
    private final Facts facts;
    private final Deadlines deadlines;
    private final StatusChange statuses;
    private final AnswerChange answers;
    private final LocalDateTime now;

    Revising(UpdateRules rules, Facts facts, LocalDateTime now) {
        this.rules = rules;
        this.resolver = rules.resolver();
        this.reference = rules.reference();
        this.facts = facts;
        this.deadlines = new Deadlines(reference, rules.databaseZone());
        this.statuses = new StatusChange(rules, facts, deadlines, now);
        this.answers = new AnswerChange(rules, now);
        this.now = now;
    }

    /**
     * @param caller who sent it
     * @param parents finds the parent that the command names
     * @throws Refused for the first rule that is not met
     */
    Revision revise(UpdateTicket command, TicketRow row, Caller caller, ParentFinder parents) {
        Revision revision = new Revision(row, facts.thread(row.id()), facts.forms(row.id()));
        Ticket ticket = revision.ticket;
        if (command.department() != null) {
            ticket.department = resolver.department(command.department()).id;
            Permitted.destination(ticket.department, caller.departments());
        }
        if (command.topic() != null) {
            ticket.topic = resolver.topic(command.topic()).id;
        }
        if (command.parent() != null) {
            adopt(ticket, parents.find(command.parent()));
        }
        if (command.status() != null) {
            statuses.apply(revision, resolver.status(command.status()), coming(command));
        }
        if (command.sla() != null) {
            serve(ticket, resolver.serviceLevel(command.sla()));
        }
        assign(command, revision);
        answer(command, revision);
        UpdateTicket.Note note = command.note();
        if (note != null && !note.body().isBlank()) {
            revision.note = note(note, command, caller, revision);
        }
        return revision;
    }

    private Note note(UpdateTicket.Note sent, UpdateTicket command, Caller caller, Revision revision) {
        if (revision.thread == 0) {
            throw new Refused("no-thread", 400, "Failed to post note: The ticket has no thread", "note");
        }
        return Note.of(sent, caller, command.ip(), rules);
    }

    /** Finds a parent among the tickets that were locked. */
    @FunctionalInterface
    interface ParentFinder {
        /** @throws Refused if there is no such ticket */
        TicketRow find(String input);
    }

    private static Set<String> coming(UpdateTicket command) {
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

    private static void adopt(Ticket ticket, TicketRow parent) {
        if (parent.id() == ticket.id()) {
            throw new Refused("link-to-itself", 400, "Cannot link ticket to itself", "parentTicketNumber");
        }
        ParentRule.mayHaveChildren(parent);
        ticket.parent = parent.id();
    }

    private void serve(Ticket ticket, ServiceLevel level) {
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

    /** Agent, due date, priority and team: a refusal of one comes before those after it. */
    private void assign(UpdateTicket command, Revision revision) {
        Ticket ticket = revision.ticket;
        Map<String, Object> released = new LinkedHashMap<>();
        if (command.staff() != null) {
            ticket.staff = resolver.staff(command.staff()).id;
        } else if (command.emptied().contains("staffId") && ticket.staff != 0) {
            released.put("staff", List.of(ticket.staff, name(ticket.staff)));
            ticket.staff = 0;
        }
        dueDate(command, ticket);
        if (command.priority() != null) {
            answers.priority(revision, resolver.priority(command.priority()));
        }
        if (command.team() != null) {
            giveTo(resolver.team(command.team()), revision);
        } else if (command.emptied().contains("teamId") && ticket.team != 0) {
            released.put("team", ticket.team);
            ticket.team = 0;
        }
        if (!released.isEmpty()) {
            revision.tell("released", PhpJson.write(released));
        }
    }

    private String name(int staff) {
        String name = new PersonNames(reference).agent(reference.staff().get(staff));
        return name == null ? "" : name;
    }

    private void dueDate(UpdateTicket command, Ticket ticket) {
        if (command.dueDate() == null && !command.emptied().contains("dueDate")) {
            return;
        }
        LocalDateTime dueDate = parsed(command.dueDate());
        if (Objects.equals(dueDate, ticket.dueDate)) {
            return;
        }
        ticket.dueDate = dueDate;
        if (ticket.overdue && dueDate != null && dueDate.isAfter(now)) {
            ticket.overdue = false;
            ticket.estimatedDueDate = Ticket.isPast(ticket.estimatedDueDate, now) ? null : ticket.estimatedDueDate;
        }
    }

    private @Nullable LocalDateTime parsed(@Nullable String text) {
        try {
            return DueDateText.parse(text, rules.databaseZone());
        } catch (DateTimeException e) {
            throw new Refused("invalid-due-date", 400, DueDateText.EXPECTED, "dueDate");
        }
    }

    private static void giveTo(Team team, Revision revision) {
        if (!team.isEnabled()) {
            throw new Refused("team-inactive", 400, "Team is not active", "teamId");
        }
        if (team.id != revision.ticket.team) {
            revision.ticket.team = team.id;
            revision.unreferredTeam = team.id;
            revision.tell("assigned", PhpJson.write(Map.of("team", team.id)));
        }
    }

    private void answer(UpdateTicket command, Revision revision) {
        if (command.subject() != null) {
            answers.answer(revision, SUBJECT, command.subject());
        }
        command.fields().forEach((name, value) -> answers.answer(revision, name, value));
    }
}
