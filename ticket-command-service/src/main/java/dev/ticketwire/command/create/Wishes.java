package dev.ticketwire.command.create;

import dev.ticketwire.contract.command.OpenTicket;
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
 * What the caller asked for by id or name, looked up. Null where nothing was asked for.
 *
 * @param parent internal id
 * @param topic null also where it is unknown or inactive: such a one counts as not sent
 */
record Wishes(
        @Nullable HelpTopic topic,
        @Nullable Department department,
        @Nullable Integer parent,
        @Nullable TicketPriority priority,
        @Nullable TicketStatus status,
        @Nullable Staff staff,
        @Nullable Team team,
        @Nullable ServiceLevel serviceLevel) {

    /**
     * @throws Refused for the first one that does not exist or must not be used
     */
    static Wishes of(OpenTicket command, Parents parents, Reference reference) {
        return new Wishes(
                topic(command.topic(), reference),
                department(command.department(), reference),
                parents.of(command),
                priority(given(command.priority()), reference),
                status(given(command.status()), reference),
                staff(given(command.staff()), reference),
                team(given(command.team()), reference),
                serviceLevel(given(command.sla()), reference));
    }

    /** For what has no resolver of its own in the plugin: blanks and 0 ask for nothing. */
    private static @Nullable String given(@Nullable String input) {
        if (input == null || input.isBlank()) {
            return null;
        }
        Integer id = Names.id(input);
        return id != null && id == 0 ? null : input;
    }

    private static @Nullable HelpTopic topic(@Nullable String input, Reference reference) {
        if (input == null) {
            return null;
        }
        Integer id = Names.id(input);
        HelpTopic topic = id != null ? reference.topics().get(id) : topicNamed(input, reference.topics());
        return topic != null && topic.isActive() ? topic : null;
    }

    private static @Nullable HelpTopic topicNamed(String input, Indexed<HelpTopic> topics) {
        HelpTopic top = topics.first(topic -> topic.parentId == 0 && Names.same(topic.name, input));
        return top != null ? top : topics.first(topic -> Names.same(topic.name, input));
    }

    private static @Nullable Department department(@Nullable String input, Reference reference) {
        Department department =
                find(input, reference.departments(), (d, name) -> Names.same(d.name, name), "department", "Department");
        if (department != null && !department.isActive()) {
            throw new Refused("department-inactive", 400, "Department is not active", "departmentId");
        }
        return department;
    }

    private static @Nullable TicketPriority priority(@Nullable String input, Reference reference) {
        if (input == null) {
            return null;
        }
        Integer id = Names.id(input);
        TicketPriority priority = id != null
                ? reference.priorities().get(id)
                : reference.priorities().first(p -> Names.same(p.tag, input) || Names.same(p.description, input));
        if (priority == null) {
            throw new Refused("priority-not-found", 400, "Priority not found", "priorityId");
        }
        return priority;
    }

    private static @Nullable TicketStatus status(@Nullable String input, Reference reference) {
        return find(input, reference.statuses(), (s, name) -> Names.same(s.name, name), "status", "Status");
    }

    private static @Nullable ServiceLevel serviceLevel(@Nullable String input, Reference reference) {
        ServiceLevel level =
                find(input, reference.serviceLevels(), (s, name) -> Names.same(s.name, name), "sla", "SLA");
        if (level != null && !level.isActive()) {
            throw new Refused("sla-inactive", 400, "SLA is not active", "slaId");
        }
        return level;
    }

    private static @Nullable Team team(@Nullable String input, Reference reference) {
        return find(input, reference.teams(), (t, name) -> Names.same(t.name, name), "team", "Team");
    }

    private static @Nullable Staff staff(@Nullable String input, Reference reference) {
        if (input == null) {
            return null;
        }
        Integer id = Names.id(input);
        Staff agent = id != null ? reference.staff().get(id) : reference.staff().first(s -> isCalled(s, input));
        if (agent == null) {
            throw new Refused("staff-not-found", 400, "Staff member not found", "staffId");
        }
        if (!agent.isActive) {
            throw new Refused("staff-inactive", 400, "Staff member is not active", "staffId");
        }
        return agent;
    }

    private static boolean isCalled(Staff agent, String input) {
        String email = agent.email;
        return input.contains("@") ? email != null && Names.same(email, input) : Names.same(agent.username, input);
    }

    private static <T> @Nullable T find(
            @Nullable String input, Indexed<T> rows, BiPredicate<T, String> isNamed, String code, String label) {
        if (input == null) {
            return null;
        }
        Integer id = Names.id(input);
        T found = id != null ? rows.get(id) : rows.first(row -> isNamed.test(row, input));
        if (found == null) {
            String text = id != null ? label + " not found" : label + " '" + input + "' not found";
            throw new Refused(code + "-not-found", 400, text, code + "Id");
        }
        return found;
    }
}
