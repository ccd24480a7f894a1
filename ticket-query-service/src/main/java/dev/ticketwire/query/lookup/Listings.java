package dev.ticketwire.query.lookup;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.ServiceLevel;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is listed, with which members and in which order. Rows that are not active are listed too, and say so. Departments,
 * topics that lead to one, and agents are those of the caller's departments.
 */
final class Listings {
    private static final String MANUAL = "m";

    private Listings() {}

    /** By path. */
    static Listing<Department> departments(Reference reference, Departments visible) {
        Function<Department, @Nullable Department> parent =
                row -> row.parentId == null ? null : reference.departments().get(row.parentId);
        Function<Department, String> path = row -> path(row, department -> department.name, parent);
        return new Listing<>(reference.departments(), Listing.byName(path))
                .only(row -> visible.include(row.id))
                .number("id", row -> row.id)
                .text("name", row -> row.name)
                .text("path", path::apply)
                .relation("parentId", row -> row.parentId, reference.departments())
                .relation("managerId", row -> row.managerId, reference.staff())
                .relation("slaId", row -> row.slaId, reference.serviceLevels())
                .flag("isActive", Department::isActive)
                .flag("isPublic", row -> row.isPublic);
    }

    /** As the help desk is set to show them: by {@code sort}, or else by path. */
    static Listing<HelpTopic> topics(Reference reference, Departments visible) {
        Function<HelpTopic, @Nullable HelpTopic> parent =
                row -> reference.topics().get(row.parentId);
        Function<HelpTopic, String> path = row -> path(row, topic -> topic.name, parent);
        Comparator<HelpTopic> order =
                reference.config().text("help_topic_sort_mode").equals(MANUAL)
                        ? Comparator.comparingInt(row -> row.sort)
                        : Listing.byName(path);
        TopicFields fields = new TopicFields(reference);
        return new Listing<>(reference.topics(), order)
                .only(row -> reference.departments().get(row.departmentId) == null || visible.include(row.departmentId))
                .number("id", row -> row.id)
                .text("name", row -> row.name)
                .text("path", path::apply)
                .relation("parentId", row -> row.parentId, reference.topics())
                .relation("departmentId", row -> row.departmentId, reference.departments())
                .relation("priorityId", row -> row.priorityId, reference.priorities())
                .relation("slaId", row -> row.slaId, reference.serviceLevels())
                .relation("statusId", row -> row.statusId, reference.statuses())
                .flag("isActive", HelpTopic::isActive)
                .flag("isPublic", row -> row.isPublic)
                .member("fields", fields::write);
    }

    /** The least urgent first; {@code name} is what tickets show. */
    static Listing<TicketPriority> priorities(Reference reference) {
        Comparator<TicketPriority> byUrgency = Comparator.comparingInt(row -> row.urgency);
        return new Listing<>(reference.priorities(), byUrgency.reversed())
                .number("id", row -> row.id)
                .text("name", row -> row.description)
                .text("key", row -> row.tag)
                .number("urgency", row -> row.urgency)
                .flag("isPublic", row -> row.isPublic);
    }

    /** By name. */
    static Listing<ServiceLevel> serviceLevels(Reference reference) {
        return new Listing<>(reference.serviceLevels(), Listing.byName(row -> row.name))
                .number("id", row -> row.id)
                .text("name", row -> row.name)
                .number("graceHours", row -> row.gracePeriod)
                .flag("isActive", ServiceLevel::isActive);
    }

    /** By name. */
    static Listing<Team> teams(Reference reference) {
        return new Listing<>(reference.teams(), Listing.byName(row -> row.name))
                .number("id", row -> row.id)
                .text("name", row -> row.name)
                .flag("isActive", Team::isEnabled);
    }

    /** By name, in the help desk's format for agents. */
    static Listing<Staff> agents(Reference reference, Departments visible) {
        PersonNames people = new PersonNames(reference);
        Function<Staff, String> name = row -> Objects.requireNonNullElse(people.agent(row), "");
        return new Listing<>(reference.staff(), Listing.byName(name))
                .only(row -> works(row, visible, reference))
                .number("id", row -> row.id)
                .text("name", name::apply)
                .text("username", row -> row.username)
                .text("email", row -> row.email)
                .relation("departmentId", row -> row.departmentId, reference.departments())
                .flag("isActive", row -> row.isActive)
                .flag("onVacation", row -> row.onVacation);
    }

    /** Whether an agent has access to one of these departments. */
    private static boolean works(Staff agent, Departments visible, Reference reference) {
        return visible.include(agent.departmentId)
                || reference.staffAccess().stream()
                        .anyMatch(access -> access.staffId == agent.id && visible.include(access.departmentId));
    }

    /** The names from the top, {@code A / B}; one that is its own ancestor ends it. */
    private static <T> String path(T row, Function<T, String> name, Function<T, @Nullable T> parent) {
        Deque<String> names = new ArrayDeque<>();
        Set<T> seen = new HashSet<>();
        for (T step = row; step != null && seen.add(step); step = parent.apply(step)) {
            names.addFirst(name.apply(step));
        }
        return String.join(" / ", names);
    }
}
