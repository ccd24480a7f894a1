package dev.ticketwire.command.ticket;

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
    private final Reference reference;

    public Resolver(Reference reference) {
        this.reference = reference;
    }

    /** An active department. */
    public Department department(String input) {
        Department department =
                find(input, reference.departments(), (d, name) -> Names.same(d.name, name), "department", "Department");
        if (!department.isActive()) {
            throw new Refused("department-inactive", 400, "Department is not active", "departmentId");
        }
        return department;
    }

    /** An active help topic. */
    public HelpTopic topic(String input) {
        HelpTopic topic = topicOrNull(input);
        if (topic == null) {
            throw notFound(input, "topic", "Help Topic");
        }
        if (!topic.isActive()) {
            throw new Refused("topic-inactive", 400, "Help Topic is not active", "topicId");
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
        return find(input, reference.statuses(), (s, name) -> Names.same(s.name, name), "status", "Status");
    }

    /** An active service level. */
    public ServiceLevel serviceLevel(String input) {
        ServiceLevel level =
                find(input, reference.serviceLevels(), (s, name) -> Names.same(s.name, name), "sla", "SLA");
        if (!level.isActive()) {
            throw new Refused("sla-inactive", 400, "SLA is not active", "slaId");
        }
        return level;
    }

    public Team team(String input) {
        return find(input, reference.teams(), (t, name) -> Names.same(t.name, name), "team", "Team");
    }

    /** An active agent by id, e-mail address or user name. */
    public Staff staff(String input) {
        Integer id = Names.id(input);
        Staff agent = id != null ? reference.staff().get(id) : reference.staff().first(s -> isCalled(s, input));
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
        Integer id = Names.id(input);
        TicketPriority priority = id != null
                ? reference.priorities().get(id)
                : reference.priorities().first(p -> Names.same(p.tag, input) || Names.same(p.description, input));
        if (priority == null) {
            throw new Refused("priority-not-found", 404, "Priority not found", "priorityId");
        }
        return priority;
    }

    private static boolean isCalled(Staff agent, String input) {
        String email = agent.email;
        return input.contains("@") ? email != null && Names.same(email, input) : Names.same(agent.username, input);
    }

    private static <T> T find(
            String input, Indexed<T> rows, BiPredicate<T, String> isNamed, String code, String label) {
        Integer id = Names.id(input);
        T found = id != null ? rows.get(id) : rows.first(row -> isNamed.test(row, input));
        if (found == null) {
            throw notFound(input, code, label);
        }
        return found;
    }

    private static Refused notFound(String input, String code, String label) {
        String text = Names.id(input) != null ? label + " not found" : label + " '" + input + "' not found";
        return new Refused(code + "-not-found", 404, text, code + "Id");
    }
}
