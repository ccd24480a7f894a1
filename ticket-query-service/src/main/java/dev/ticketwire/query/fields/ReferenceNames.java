package dev.ticketwire.query.fields;

import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import org.jspecify.annotations.Nullable;

/** Resolves the ids in a ticket's row to names. A row that does not exist has neither id nor name. */
public final class ReferenceNames {
    private final Reference reference;
    private final PersonNames people;

    public ReferenceNames(Reference reference) {
        this.reference = reference;
        this.people = new PersonNames(reference);
    }

    /** @throws UnknownStatusException if there is none */
    TicketStatus status(int id) {
        TicketStatus status = reference.statuses().get(id);
        if (status == null) {
            throw new UnknownStatusException(id);
        }
        return status;
    }

    /** A department that does not exist has no id, but the name of the default department. */
    NamedId department(int id) {
        Department department = reference.departments().get(id);
        if (department != null) {
            return new NamedId(department.id, department.name);
        }
        Department fallback = reference.departments().get(reference.config().number("default_dept_id"));
        return new NamedId(null, fallback == null ? null : fallback.name);
    }

    /** A ticket without a priority has the id of the default priority, and an empty name. */
    NamedId priority(int id) {
        TicketPriority priority = reference.priorities().get(id);
        if (priority != null) {
            return new NamedId(priority.id, priority.description);
        }
        int fallback = reference.config().number("default_priority_id");
        return new NamedId(fallback == 0 ? null : fallback, "");
    }

    NamedId topic(int id) {
        HelpTopic topic = reference.topics().get(id);
        return topic == null ? NamedId.NONE : named(id, topic.name);
    }

    NamedId team(int id) {
        Team team = reference.teams().get(id);
        return team == null ? NamedId.NONE : named(id, team.name);
    }

    NamedId serviceLevel(int id) {
        ServiceLevel plan = reference.serviceLevels().get(id);
        return plan == null ? NamedId.NONE : named(id, plan.name);
    }

    /** An agent, with the name in the help desk's format. */
    public NamedId agent(int id) {
        Staff agent = reference.staff().get(id);
        return agent == null ? NamedId.NONE : named(id, people.agent(agent));
    }

    /** Whether there is such an agent. */
    public boolean hasAgent(int id) {
        return reference.staff().get(id) != null;
    }

    private static NamedId named(int id, @Nullable String name) {
        return name == null ? NamedId.NONE : new NamedId(id, name);
    }

    /** A user's name in the help desk's format; null for null. */
    @Nullable
    String user(@Nullable String storedName) {
        return people.user(storedName);
    }
}
