package dev.ticketwire.command.update;

import dev.ticketwire.command.change.Reopening;
import dev.ticketwire.command.change.Ticket;
import dev.ticketwire.command.ticket.ClosingRules;
import dev.ticketwire.command.ticket.Deadlines;
import dev.ticketwire.command.ticket.ThreadEvent;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.time.LocalDateTime;
import java.util.Set;

/** Brings tickets from one status to another. */
final class StatusChange {
    private final UpdateRules rules;
    private final Reference reference;
    private final Facts facts;
    private final Reopening reopening;
    private final LocalDateTime now;

    StatusChange(UpdateRules rules, Facts facts, Deadlines deadlines, LocalDateTime now) {
        this.rules = rules;
        this.reference = rules.reference();
        this.facts = facts;
        this.reopening = new Reopening(reference, deadlines, now);
        this.now = now;
    }

    /**
     * @param coming names of fields that the same command answers
     * @throws Refused if the ticket cannot have this status
     */
    void apply(Revision revision, TicketStatus wanted, Set<String> coming) {
        Ticket ticket = revision.ticket;
        if (wanted.id == ticket.status) {
            return;
        }
        TicketStatus present = reference.statuses().get(ticket.status);
        boolean wasClosed = present != null && present.isClosed();
        if (wanted.isClosed()) {
            if (!wasClosed) {
                checkClosing(revision, coming);
            }
            close(revision, wanted);
        } else if (!wanted.isOpen()) {
            throw Refused.of(ProblemCode.STATUS_NOT_SETTABLE, "Status '" + wanted.name + "' cannot be set", "statusId");
        } else if (present != null && wasClosed) {
            reopening.apply(revision, present, wanted, facts.respondent(revision.thread), null);
        } else {
            ticket.status = wanted.id;
            revision.tell("edited", ThreadEvent.status(wanted.id));
        }
    }

    private void checkClosing(Revision revision, Set<String> coming) {
        Ticket ticket = revision.ticket;
        Refused objection = ClosingRules.objection(
                revision.forms.lackAnswer(ticket.topic, coming, rules),
                facts.openTasks(ticket.id()),
                ticket.topic,
                reference);
        if (objection != null) {
            throw objection;
        }
    }

    private void close(Revision revision, TicketStatus wanted) {
        Ticket ticket = revision.ticket;
        ticket.status = wanted.id;
        ticket.closed = now;
        ticket.lastUpdate = now;
        ticket.overdue = false;
        ticket.forgetPastDueDates(now);
        revision.closes = true;
        revision.settlesClosings = true;
        boolean refers = reference.config().flag("auto_refer_closed") && ticket.staff != 0;
        if (refers && !facts.isReferred(revision.thread, ticket.staff)) {
            revision.referredStaff = ticket.staff;
        }
        revision.tell("closed", ThreadEvent.closed(wanted.id, wanted.name));
    }
}
