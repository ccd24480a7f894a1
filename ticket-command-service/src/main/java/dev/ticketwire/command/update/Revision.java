package dev.ticketwire.command.update;

import dev.ticketwire.command.form.Answered;
import dev.ticketwire.command.ticket.ThreadEvent;
import dev.ticketwire.command.ticket.TicketRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything one command changes, once its rules are met: nothing of it is written before all of it is known. */
final class Revision {
    final Ticket ticket;
    /** 0 if the ticket has no thread. */
    final int thread;

    final TicketForms forms;
    final List<Line> history = new ArrayList<>();
    final Map<TicketForms.Place, Answered> answers = new LinkedHashMap<>();

    /** Closed now: what agents began to write is dropped. */
    boolean closes;
    /** Closed or opened again: earlier closings count no more. */
    boolean settlesClosings;
    /** The agent who may still see the closed ticket; 0 for none. */
    int referredStaff;
    /** The team that needs no referral any more; 0 for none. */
    int unreferredTeam;

    @Nullable
    Note note;

    /**
     * A line of the history.
     *
     * @param department of the ticket at that moment
     * @param topic likewise
     */
    record Line(ThreadEvent event, int department, int topic) {}

    Revision(TicketRow row, int thread, TicketForms forms) {
        this.ticket = new Ticket(row);
        this.thread = thread;
        this.forms = forms;
    }

    /** Adds to the history, as the ticket is at this moment. */
    void tell(String type, @Nullable String data) {
        history.add(
                new Line(ThreadEvent.bySystem(type, ticket.staff, ticket.team, data), ticket.department, ticket.topic));
    }
}
