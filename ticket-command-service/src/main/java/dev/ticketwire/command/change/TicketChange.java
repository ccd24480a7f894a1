package dev.ticketwire.command.change;

import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.ticket.TicketRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of one ticket's row and history: nothing of it is written before all of it is known. */
public class TicketChange {
    public final MutableTicket ticket;
    /** 0 if the ticket has no thread. */
    public final int thread;

    /** Closed now: what agents began to write is dropped. */
    public boolean closes;
    /** Closed or opened again: earlier closings count no more. */
    public boolean settlesClosings;
    /** The agent who may still see the closed ticket; 0 for none. */
    public int referredStaff;
    /** The team that needs no referral any more; 0 for none. */
    public int unreferredTeam;

    final List<Line> history = new ArrayList<>();

    /**
     * A line of the history.
     *
     * @param department of the ticket at that moment
     * @param topic likewise
     * @param user who did it; null if nobody but the system did
     */
    record Line(
            ThreadEvent event,
            int department,
            int topic,
            @Nullable Integer user) {}

    /** @param thread 0 if it has none */
    public TicketChange(TicketRow row, int thread) {
        this.ticket = new MutableTicket(row);
        this.thread = thread;
    }

    /** Adds to the history, as the ticket is at this moment: the system did it. */
    public final void record(String type, @Nullable String data) {
        record(ThreadEvent.bySystem(type, ticket.staff, ticket.team, data));
    }

    /** Adds to the history, as the ticket is at this moment. */
    public final void record(ThreadEvent event) {
        history.add(new Line(event, ticket.department, ticket.topic, null));
    }

    /** Adds to the history, as the ticket is at this moment: a user did it. */
    public final void record(ThreadEvent event, int user) {
        history.add(new Line(event, ticket.department, ticket.topic, user));
    }
}
