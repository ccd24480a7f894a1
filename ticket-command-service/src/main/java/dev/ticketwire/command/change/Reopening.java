package dev.ticketwire.command.change;

import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.ticket.SlaDeadlines;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reopens closed tickets. */
public final class Reopening {
    private final Reference reference;
    private final SlaDeadlines deadlines;
    private final Reassignment reassignment;
    private final LocalDateTime now;

    public Reopening(Reference reference, SlaDeadlines deadlines, LocalDateTime now) {
        this.reference = reference;
        this.deadlines = deadlines;
        this.reassignment = new Reassignment(reference);
        this.now = now;
    }

    /**
     * @param closed the status it has
     * @param wanted the open status it gets
     * @param respondent the agent to whom it is assigned if it is unassigned, 0 for none
     * @param username of the actor, as the history shows it; null for the system
     */
    public void apply(
            TicketChange change, TicketStatus closed, TicketStatus wanted, int respondent, @Nullable String username) {
        MutableTicket ticket = change.ticket;
        ticket.status = wanted.id;
        ticket.closed = null;
        ticket.reopened = now;
        ticket.lastUpdate = now;
        ticket.answered = false;
        if (reassignment.isDue(closed, ticket)) {
            int candidate = ticket.staff != 0 ? ticket.staff : respondent;
            ticket.staff = reassignment.assignee(candidate, ticket.department);
        }
        change.settlesClosings = true;
        change.record(ThreadEvent.reopened(ticket.staff, ticket.team, username));
        ticket.estimatedDueDate = deadlines.of(
                reference.serviceLevels().get(ticket.serviceLevel),
                reference.departments().get(ticket.department),
                now);
        if (ticket.overdue) {
            ticket.overdue = false;
            ticket.dueDate = MutableTicket.isPast(ticket.dueDate, now) ? null : ticket.dueDate;
        }
    }

    /** Whether the ticket is closed and a customer cannot reopen it. */
    public boolean isRuledOut(MutableTicket ticket) {
        TicketStatus status = reference.statuses().get(ticket.status);
        return status != null && status.isClosed() && !reassignment.isDue(status, ticket);
    }

    /** As {@link #apply}, if the ticket is closed and its status, department and topic let a customer reopen it. */
    public void byCustomer(TicketChange change, int respondent, @Nullable String username) {
        TicketStatus closed = reference.statuses().get(change.ticket.status);
        if (closed == null || !closed.isClosed() || !reassignment.isDue(closed, change.ticket)) {
            return;
        }
        TicketStatus wanted = afterwards(closed);
        if (wanted != null && wanted.isOpen()) {
            apply(change, closed, wanted, respondent, username);
        }
    }

    /** The status that the closed status names for reopened tickets, else the help desk's default. */
    private @Nullable TicketStatus afterwards(TicketStatus closed) {
        int named = StoredJson.read(closed.properties).number("reopenstatus", 0);
        TicketStatus wanted = reference.statuses().get(named);
        return wanted != null && wanted.isOpen()
                ? wanted
                : reference.statuses().get(reference.config().number("default_ticket_status_id"));
    }
}
