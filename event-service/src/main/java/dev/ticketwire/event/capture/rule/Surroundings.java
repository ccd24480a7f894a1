package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.TicketReference;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.contract.event.TicketState.Named;
import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.lookup.TicketForm;
import dev.ticketwire.event.capture.row.FileRow;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.EventType;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of what a ticket's rows refer to by id.
 *
 * @param users names of customers as stored, by id
 * @param numbers of tickets, by id
 */
public record Surroundings(
        Reference reference,
        TicketForm form,
        PersonNames people,
        Map<Long, String> users,
        Map<Long, String> numbers,
        Map<Long, FileRow> files) {

    public static Surroundings of(
            Reference reference, Map<Long, String> users, Map<Long, String> numbers, Map<Long, FileRow> files) {
        return new Surroundings(reference, TicketForm.of(reference), new PersonNames(reference), users, numbers, files);
    }

    /** What a ticket looks like with these facts. */
    public TicketState state(TicketFacts facts) {
        return StateWriter.state(facts, this);
    }

    @Nullable
    Named department(long id) {
        Department row = reference.departments().get((int) id);
        return named(id, row == null ? null : row.name);
    }

    @Nullable
    Named topic(long id) {
        HelpTopic row = reference.topics().get((int) id);
        return named(id, row == null ? null : row.name);
    }

    @Nullable
    Named sla(long id) {
        ServiceLevel row = reference.serviceLevels().get((int) id);
        return named(id, row == null ? null : row.name);
    }

    @Nullable
    Named team(long id) {
        Team row = reference.teams().get((int) id);
        return named(id, row == null ? null : row.name);
    }

    @Nullable
    Named priority(long id) {
        TicketPriority row = reference.priorities().get((int) id);
        return named(id, row == null ? null : row.description);
    }

    @Nullable
    Named agent(long id) {
        Staff row = reference.staff().get((int) id);
        return named(id, people.agent(row));
    }

    @Nullable
    Named customer(long id) {
        return named(id, people.user(users.get(id)));
    }

    @Nullable
    TicketStatus status(long id) {
        return reference.statuses().get((int) id);
    }

    TicketReference ticket(long id) {
        return new TicketReference(id, numbers.get(id));
    }

    /** The name of a kind of history row, e.g. {@code transferred}; empty if osTicket has none of this id. */
    String historyName(long type) {
        EventType row = reference.events().get((int) type);
        return row == null ? "" : row.name;
    }

    private static @Nullable Named named(long id, @Nullable String name) {
        return id == 0 ? null : new Named(id, name);
    }
}
