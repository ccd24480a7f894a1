package dev.ticketwire.command.update;

import dev.ticketwire.command.change.MutableTicket;
import dev.ticketwire.command.change.Reopening;
import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.ticket.ClosingRules;
import dev.ticketwire.command.ticket.SlaDeadlines;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.time.LocalDateTime;
import java.util.Set;

/** Changes the status of tickets. */
final class StatusTransition {
    private final UpdateRules rules;
    private final Reference reference;
    private final UpdateContext context;
    private final Reopening reopening;
    private final LocalDateTime now;

    StatusTransition(UpdateRules rules, UpdateContext context, SlaDeadlines deadlines, LocalDateTime now) {
        this.rules = rules;
        this.reference = rules.reference();
        this.context = context;
        this.reopening = new Reopening(reference, deadlines, now);
        this.now = now;
    }

    /**
     * @param coming names of the fields that the same command answers
     * @throws Refused if the ticket cannot have this status
     */
    void apply(UpdatePlan plan, TicketStatus wanted, Set<String> coming) {
        MutableTicket ticket = plan.ticket;
        if (wanted.id == ticket.status) {
            return;
        }
        TicketStatus present = reference.statuses().get(ticket.status);
        boolean wasClosed = present != null && present.isClosed();
        if (wanted.isClosed()) {
            if (!wasClosed) {
                checkClosing(plan, coming);
            }
            close(plan, wanted);
        } else if (!wanted.isOpen()) {
            throw Refused.of(ProblemCode.STATUS_NOT_SETTABLE, "Status '" + wanted.name + "' cannot be set", "statusId");
        } else if (present != null && wasClosed) {
            reopening.apply(plan, present, wanted, context.respondent(plan.thread), null);
        } else {
            ticket.status = wanted.id;
            plan.record("edited", ThreadEvent.status(wanted.id));
        }
    }

    private void checkClosing(UpdatePlan plan, Set<String> coming) {
        MutableTicket ticket = plan.ticket;
        Refused objection = ClosingRules.objection(
                plan.forms.lackAnswer(ticket.topic, coming, rules),
                context.openTasks(ticket.id()),
                ticket.topic,
                reference);
        if (objection != null) {
            throw objection;
        }
    }

    private void close(UpdatePlan plan, TicketStatus wanted) {
        MutableTicket ticket = plan.ticket;
        ticket.status = wanted.id;
        ticket.closed = now;
        ticket.lastUpdate = now;
        ticket.overdue = false;
        ticket.forgetPastDueDates(now);
        plan.closes = true;
        plan.settlesClosings = true;
        boolean refers = reference.config().flag("auto_refer_closed") && ticket.staff != 0;
        if (refers && !context.isReferred(plan.thread, ticket.staff)) {
            plan.referredStaff = ticket.staff;
        }
        plan.record("closed", ThreadEvent.closed(wanted.id, wanted.name));
    }
}
