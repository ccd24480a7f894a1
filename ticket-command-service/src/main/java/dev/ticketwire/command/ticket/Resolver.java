package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
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
 * Finds rows that a caller names by id or name. Of several with the same name, the lowest id counts. Each method throws
 * {@link Refused}: 404 for a row that does not exist, 400 for one that must not be used.
 */
public final class Resolver {
    private static final Subject DEPARTMENT =
            new Subject("Department", "departmentId", ProblemCode.DEPARTMENT_NOT_FOUND);
    private static final Subject TOPIC = new Subject("Help Topic", "topicId", ProblemCode.TOPIC_NOT_FOUND);
    private static final Subject STATUS = new Subject("Status", "statusId", ProblemCode.STATUS_NOT_FOUND);
    private static final Subject SLA = new Subject("SLA", "slaId", ProblemCode.SLA_NOT_FOUND);
    private static final Subject TEAM = new Subject("Team", "teamId", ProblemCode.TEAM_NOT_FOUND);

    private final ReferenceFinder finder;

    /**
     * A kind of reference.
     *
     * @param label the plugin's word for it
     * @param member the request's member that names it
     * @param notFound the code for a row that does not exist
     */
    private record Subject(String label, String member, ProblemCode notFound) {}

    public Resolver(Reference reference) {
        this.finder = new ReferenceFinder(reference);
    }

    /** An active department. */
    public Department department(String input) {
        Department department = found(input, finder.department(input), DEPARTMENT);
        if (!department.isActive()) {
            throw Refused.of(ProblemCode.DEPARTMENT_INACTIVE, "Department is not active", "departmentId");
        }
        return department;
    }

    /** An active help topic. */
    public HelpTopic topic(String input) {
        HelpTopic topic = found(input, finder.topic(input), TOPIC);
        if (!topic.isActive()) {
            throw Refused.of(ProblemCode.TOPIC_INACTIVE, "Help Topic is not active", "topicId");
        }
        return topic;
    }

    /**
     * A help topic in any state; a top-level topic takes precedence over others with the same name. Null if there is
     * none.
     */
    public @Nullable HelpTopic topicOrNull(String input) {
        return finder.topic(input);
    }

    public TicketStatus status(String input) {
        return found(input, finder.status(input), STATUS);
    }

    /** An active service level. */
    public ServiceLevel serviceLevel(String input) {
        ServiceLevel level = found(input, finder.serviceLevel(input), SLA);
        if (!level.isActive()) {
            throw Refused.of(ProblemCode.SLA_INACTIVE, "SLA is not active", "slaId");
        }
        return level;
    }

    public Team team(String input) {
        return found(input, finder.team(input), TEAM);
    }

    /** An active agent by id, e-mail address or user name. */
    public Staff staff(String input) {
        Staff agent = finder.agent(input);
        if (agent == null) {
            throw Refused.of(ProblemCode.STAFF_NOT_FOUND, "Staff member not found", "staffId");
        }
        if (!agent.isActive) {
            throw Refused.of(ProblemCode.STAFF_INACTIVE, "Staff member is not active", "staffId");
        }
        return agent;
    }

    /** A priority by id, tag or description. */
    public TicketPriority priority(String input) {
        TicketPriority priority = finder.priority(input);
        if (priority == null) {
            throw Refused.of(ProblemCode.PRIORITY_NOT_FOUND, "Priority not found", "priorityId");
        }
        return priority;
    }

    private static <T> T found(String input, @Nullable T row, Subject subject) {
        if (row == null) {
            throw notFound(input, subject);
        }
        return row;
    }

    private static Refused notFound(String input, Subject subject) {
        String text = PhpNumber.isNumeric(input)
                ? subject.label + " not found"
                : subject.label + " '" + input + "' not found";
        return Refused.of(subject.notFound, text, subject.member);
    }
}
