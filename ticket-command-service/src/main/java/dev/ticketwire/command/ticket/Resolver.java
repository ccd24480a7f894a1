package dev.ticketwire.command.ticket;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Indexed;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a caller names by id or name. Of several with one name the lowest id is meant. Each method throws
 * {@link Refused}, 404 for what does not exist and 400 for what must not be used.
 */
public final class Resolver {
    private static final Subject DEPARTMENT =
            new Subject("Department", "departmentId", ProblemCode.DEPARTMENT_NOT_FOUND);
    private static final Subject TOPIC = new Subject("Help Topic", "topicId", ProblemCode.TOPIC_NOT_FOUND);
    private static final Subject STATUS = new Subject("Status", "statusId", ProblemCode.STATUS_NOT_FOUND);
    private static final Subject SLA = new Subject("SLA", "slaId", ProblemCode.SLA_NOT_FOUND);
    private static final Subject TEAM = new Subject("Team", "teamId", ProblemCode.TEAM_NOT_FOUND);

    private final Reference reference;

    /**
     * A kind of reference.
     *
     * @param label the plugin's word for it
     * @param member the request's member that names one
     * @param notFound the code if there is none
     */
    private record Subject(String label, String member, ProblemCode notFound) {}

    public Resolver(Reference reference) {
        this.reference = reference;
    }

    /** An active department. */
    public Department department(String input) {
        Department department = find(input, reference.departments(), (d, name) -> Names.same(d.name, name), DEPARTMENT);
        if (!department.isActive()) {
            throw Refused.of(ProblemCode.DEPARTMENT_INACTIVE, "Department is not active", "departmentId");
        }
        return department;
    }

    /** An active help topic. */
    public HelpTopic topic(String input) {
        HelpTopic topic = topicOrNull(input);
        if (topic == null) {
            throw notFound(input, TOPIC);
        }
        if (!topic.isActive()) {
            throw Refused.of(ProblemCode.TOPIC_INACTIVE, "Help Topic is not active", "topicId");
        }
        return topic;
    }

    /** A help topic in any state, a top-level one before others of its name; null if there is none. */
    public @Nullable HelpTopic topicOrNull(String input) {
        Integer id = Names.id(input);
        if (id != null) {
            return reference.topics().get(id);
        }
        HelpTopic top = reference.topics().first(topic -> topic.parentId == 0 && Names.same(topic.name, input));
        return top != null ? top : reference.topics().first(topic -> Names.same(topic.name, input));
    }

    public TicketStatus status(String input) {
        return find(input, reference.statuses(), (s, name) -> Names.same(s.name, name), STATUS);
    }

    /** An active service level. */
    public ServiceLevel serviceLevel(String input) {
        ServiceLevel level = find(input, reference.serviceLevels(), (s, name) -> Names.same(s.name, name), SLA);
        if (!level.isActive()) {
            throw Refused.of(ProblemCode.SLA_INACTIVE, "SLA is not active", "slaId");
        }
        return level;
    }

    public Team team(String input) {
        return find(input, reference.teams(), (t, name) -> Names.same(t.name, name), TEAM);
    }

    /** An active agent by id, e-mail address or user name. */
    public Staff staff(String input) {
        Integer id = Names.id(input);
        Staff agent = id != null ? reference.staff().get(id) : reference.staff().first(s -> isCalled(s, input));
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
        Integer id = Names.id(input);
        TicketPriority priority = id != null
                ? reference.priorities().get(id)
                : reference.priorities().first(p -> Names.same(p.tag, input) || Names.same(p.description, input));
        if (priority == null) {
            throw Refused.of(ProblemCode.PRIORITY_NOT_FOUND, "Priority not found", "priorityId");
        }
        return priority;
    }

    private static boolean isCalled(Staff agent, String input) {
        String email = agent.email;
        return input.contains("@") ? email != null && Names.same(email, input) : Names.same(agent.username, input);
    }

    private static <T> T find(String input, Indexed<T> rows, BiPredicate<T, String> isNamed, Subject subject) {
        Integer id = Names.id(input);
        T found = id != null ? rows.get(id) : rows.first(row -> isNamed.test(row, input));
        if (found == null) {
            throw notFound(input, subject);
        }
        return found;
    }

    private static Refused notFound(String input, Subject subject) {
        String text =
                Names.id(input) != null ? subject.label + " not found" : subject.label + " '" + input + "' not found";
        return Refused.of(subject.notFound, text, subject.member);
    }
}
