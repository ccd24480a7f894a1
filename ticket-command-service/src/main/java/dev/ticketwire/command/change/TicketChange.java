package dev.ticketwire.command.change;

import dev.ticketwire.command.entry.ThreadEvent;
import dev.ticketwire.command.ticket.TicketRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of one ticket's row and its new thread events, collected before any of them is written. */
public class TicketChange {
    public final MutableTicket ticket;
    /** 0 if the ticket has no thread. */
    public final int thread;

    /** Whether the ticket is closed now: agents' unsent drafts are deleted. */
    public boolean closes;
    /** Whether the ticket is closed or reopened: earlier closing events are annulled. */
    public boolean settlesClosings;
    /** The agent who keeps access to the closed ticket by a referral; 0 for none. */
    public int referredStaff;
    /** The team whose referral is removed; 0 for none. */
    public int unreferredTeam;

    final List<Line> history = new ArrayList<>();

    /**
     * An entry of the history.
     *
     * @param department of the ticket at that moment
     * @param topic likewise
     * @param user who did it; null for the system
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

    /** Adds an event by the system to the history, with the ticket's current state. */
    public final void record(String type, @Nullable String data) {
        record(ThreadEvent.bySystem(type, ticket.staff, ticket.team, data));
    }

    /** Adds an event to the history, with the ticket's current state. */
    public final void record(ThreadEvent event) {
        history.add(new Line(event, ticket.department, ticket.topic, null));
    }

    /** Adds an event by a user to the history, with the ticket's current state. */
    public final void record(ThreadEvent event, int user) {
        history.add(new Line(event, ticket.department, ticket.topic, user));
    }
}
