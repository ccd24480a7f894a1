package dev.ticketwire.seed;

import static dev.ticketwire.seed.SyntheticTicket.NEVER;

import dev.ticketwire.seed.HelpDesk.Agent;
import dev.ticketwire.seed.HelpDesk.Status;
import dev.ticketwire.seed.SyntheticTicket.Times;
import org.jspecify.annotations.Nullable;

/** The rows of one ticket's events. */
final class SyntheticEventRows {
    private final SyntheticTicket ticket;
    private final int user;
    private final int thread;
    private final HelpDesk desk;
    private final TicketBatch batch;

    SyntheticEventRows(SyntheticTicketRows.Thread thread, HelpDesk desk, TicketBatch batch) {
        this.ticket = thread.ticket();
        this.user = thread.user();
        this.thread = thread.ids().thread();
        this.desk = desk;
        this.batch = batch;
    }

    /** Who caused an event: a user (U), an agent or the system (S; without an id). */
    private record Actor(String name, int id, String type) {
        static final Actor SYSTEM = new Actor("SYSTEM", 0, "S");

        static Actor user(int id) {
            return new Actor("SYSTEM", id, "U");
        }

        static Actor agent(Agent agent) {
            return new Actor(agent.username(), agent.id(), "S");
        }
    }

    /**
     * An event.
     *
     * @param staff id of the assigned agent, 0 for none
     * @param data JSON, null for none
     * @param isAnnulled whether a later event annulled it
     */
    private record Happened(
            String name, int staff, @Nullable String data, Actor by, boolean isAnnulled, long at) {}

    void write() {
        Times times = ticket.times();
        Actor agent = Actor.agent(ticket.routing().agent());
        int assignee = ticket.routing().assignee();
        write(new Happened("created", 0, null, Actor.user(user), false, times.created()));
        if (assignee != 0) {
            String assigned = "{\"staff\":" + assignee + "}";
            write(new Happened("assigned", assignee, assigned, agent, false, times.created()));
        }
        if (ticket.isReopened()) {
            String closed = json(desk.closed().getFirst());
            write(new Happened("closed", assignee, closed, agent, true, times.firstClosed()));
            write(new Happened("reopened", assignee, null, Actor.user(user), false, times.reopened()));
        }
        if (!ticket.isOpen()) {
            write(new Happened("closed", assignee, json(ticket.status()), agent, false, times.closed()));
        }
        long overdue = ticket.overdue(desk.today());
        if (overdue != NEVER) {
            write(new Happened("overdue", assignee, null, Actor.SYSTEM, false, overdue));
        }
    }

    private static String json(Status status) {
        return "{\"status\":[" + status.id() + ",\"" + status.name() + "\"]}";
    }

    /** Skips an event whose type the help desk lacks. */
    private void write(Happened event) {
        Integer id = desk.events().get(event.name());
        if (id == null) {
            return;
        }
        int team = event.name().equals("created") ? 0 : ticket.routing().team();
        TableRows row = batch.to(SeededTable.THREAD_EVENT).number(thread).text("T");
        row.numbers(
                id,
                event.staff(),
                team,
                ticket.routing().department(),
                ticket.routing().topic());
        row.texts(event.data(), event.by().name()).reference(event.by().id());
        row.text(event.by().type()).number(event.isAnnulled() ? 1 : 0);
        row.time(event.at()).end();
    }
}
