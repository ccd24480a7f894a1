package dev.ticketwire.command.ticket;

import dev.ticketwire.osticket.format.PhpNumber;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceFinder;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a caller names by id or name. Of several with one name the lowest id is meant. Each method throws
 * {@link Refused}, 404 for what does not exist and 400 for what must not be used.
 */
public final class Resolver {
    private final ReferenceFinder finder;

    public Resolver(Reference reference) {
        this.finder = new ReferenceFinder(reference);
    }

    /** An active department. */
    public Department department(String input) {
        Department department = found(input, finder.department(input), "department", "Department");
        if (!department.isActive()) {
            throw new Refused("department-inactive", 400, "Department is not active", "departmentId");
        }
        return department;
    }

    /** An active help topic. */
    public HelpTopic topic(String input) {
        HelpTopic topic = found(input, topicOrNull(input), "topic", "Help Topic");
        if (!topic.isActive()) {
            throw new Refused("topic-inactive", 400, "Help Topic is not active", "topicId");
        }
        return topic;
    }

    /** A help topic in any state, a top-level one before others of its name; null if there is none. */
    public @Nullable HelpTopic topicOrNull(String input) {
        return finder.topic(input);
    }

    public TicketStatus status(String input) {
        return found(input, finder.status(input), "status", "Status");
    }

    /** An active service level. */
    public ServiceLevel serviceLevel(String input) {
        ServiceLevel level = found(input, finder.serviceLevel(input), "sla", "SLA");
        if (!level.isActive()) {
            throw new Refused("sla-inactive", 400, "SLA is not active", "slaId");
        }
        return level;
    }

    public Team team(String input) {
        return found(input, finder.team(input), "team", "Team");
    }

    /** An active agent by id, e-mail address or user name. */
    public Staff staff(String input) {
        Staff agent = finder.agent(input);
        if (agent == null) {
            throw new Refused("staff-not-found", 404, "Staff member not found", "staffId");
        }
        if (!agent.isActive) {
            throw new Refused("staff-inactive", 400, "Staff member is not active", "staffId");
        }
        return agent;
    }

    /** A priority by id, tag or description. */
    public TicketPriority priority(String input) {
        TicketPriority priority = finder.priority(input);
        if (priority == null) {
            throw new Refused("priority-not-found", 404, "Priority not found", "priorityId");
        }
        return priority;
    }

    private static <T> T found(String input, @Nullable T row, String code, String label) {
        if (row == null) {
            throw notFound(input, code, label);
        }
        return row;
    }

    private static Refused notFound(String input, String code, String label) {
        String text = PhpNumber.isNumeric(input) ? label + " not found" : label + " '" + input + "' not found";
        return new Refused(code + "-not-found", 404, text, code + "Id");
    }
}
