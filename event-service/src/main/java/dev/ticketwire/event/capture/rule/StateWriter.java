package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.contract.event.TicketState.Status;
import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.osticket.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Writes what a ticket looks like at one moment. */
final class StateWriter {
    private StateWriter() {}

    static TicketState state(TicketFacts facts, Surroundings names) {
        TicketRow row = facts.row();
        return new TicketState(
                row.id(),
                row.number(),
                facts.subject(),
                status(row.status(), names),
                names.department(row.department()),
                names.topic(row.topic()),
                names.priority(facts.priority()),
                names.sla(row.sla()),
                names.agent(row.agent()),
                names.team(row.team()),
                names.customer(row.owner()),
                row.source(),
                row.answered(),
                row.overdue(),
                row.parent() == 0 ? null : row.parent(),
                DatabaseTime.text(row.created()),
                DatabaseTime.text(row.dueDate()),
                DatabaseTime.text(row.closed()));
    }

    static @Nullable Status status(long id, Surroundings names) {
        TicketStatus status = names.status(id);
        if (status == null) {
            return id == 0 ? null : new Status(id, null, null);
        }
        return new Status(id, status.name, status.state);
    }
}
