package dev.ticketwire.query.lookup;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.read.PersonNames;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.RowsById;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.TicketPriority;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.render.View;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists reference data in the order in which it is shown. Inactive rows are included and say so. Departments, topics
 * with a department, and agents are those of the caller's departments.
 */
final class LookUps {
    /** The value of the setting {@code help_topic_sort_mode} for an order by {@code sort}. */
    private static final String MANUAL_ORDER = "m";

    private final Reference reference;
    private final Departments visible;

    /** @param visible the departments that the caller may see */
    LookUps(Reference reference, Departments visible) {
        this.reference = reference;
        this.visible = visible;
    }

    /** By path. */
    ListView<DepartmentView> departments() {
        return list(
                reference.departments(),
                NameOrder.byName(this::path),
                row -> visible.include(row.id),
                row -> new DepartmentView(
                        row.id,
                        row.name,
                        path(row),
                        existing(row.parentId, reference.departments()),
                        existing(row.managerId, reference.staff()),
                        existing(row.slaId, reference.serviceLevels()),
                        row.isActive(),
                        row.isPublic));
    }

    private String path(Department department) {
        return NameOrder.path(
                department,
                row -> row.name,
                row -> row.parentId == null ? null : reference.departments().get(row.parentId));
    }

    /** By {@code sort} or by path, as the help desk is configured. */
    ListView<HelpTopicView> topics() {
        boolean isManual = reference.config().text("help_topic_sort_mode").equals(MANUAL_ORDER);
        TopicFields fields = new TopicFields(reference);
        return list(
                reference.topics(),
                isManual ? Comparator.comparingInt(row -> row.sort) : NameOrder.byName(this::path),
                row -> reference.departments().get(row.departmentId) == null || visible.include(row.departmentId),
                row -> topic(row, fields));
    }

    private HelpTopicView topic(HelpTopic row, TopicFields fields) {
        HelpTopicView.Defaults defaults = new HelpTopicView.Defaults(
                existing(row.departmentId, reference.departments()),
                existing(row.priorityId, reference.priorities()),
                existing(row.slaId, reference.serviceLevels()),
                existing(row.statusId, reference.statuses()));
        return new HelpTopicView(
                row.id,
                row.name,
                path(row),
                existing(row.parentId, reference.topics()),
                defaults,
                row.isActive(),
                row.isPublic,
                fields.ofTopic(row));
    }

    private String path(HelpTopic topic) {
        return NameOrder.path(topic, row -> row.name, row -> reference.topics().get(row.parentId));
    }

    /** The least urgent first. */
    ListView<PriorityView> priorities() {
        Comparator<TicketPriority> byUrgency = Comparator.comparingInt(row -> row.urgency);
        return list(reference.priorities(), byUrgency.reversed(), row -> true, PriorityView::new);
    }

    /** By name. */
    ListView<ServiceLevelView> serviceLevels() {
        return list(reference.serviceLevels(), NameOrder.byName(row -> row.name), row -> true, ServiceLevelView::new);
    }

    /** By name. */
    ListView<TeamView> teams() {
        return list(reference.teams(), NameOrder.byName(row -> row.name), row -> true, TeamView::new);
    }

    /** By name, in the help desk's format for agents. */
    ListView<AgentView> agents() {
        PersonNames people = new PersonNames(reference);
        Function<Staff, String> name = row -> Objects.requireNonNullElse(people.agent(row), "");
        return list(
                reference.staff(),
                NameOrder.byName(name),
                this::isVisible,
                row -> new AgentView(row, name.apply(row), existing(row.departmentId, reference.departments())));
    }

    /** Whether an agent has access to a department that the caller may see. */
    private boolean isVisible(Staff agent) {
        return visible.include(agent.departmentId)
                || reference.staffAccess().stream()
                        .anyMatch(access -> access.staffId == agent.id && visible.include(access.departmentId));
    }

    /** In the help desk's order. */
    ListView<StatusView> statuses() {
        Comparator<TicketStatus> bySort = Comparator.comparingInt(row -> row.sort);
        return list(reference.statuses(), bySort.thenComparingInt(row -> row.id), row -> true, StatusView::new);
    }

    private static <T, V extends View> ListView<V> list(
            RowsById<T> rows, Comparator<T> order, Predicate<T> isShown, Function<T, V> view) {
        return new ListView<>(
                rows.all().stream().filter(isShown).sorted(order).map(view).toList());
    }

    /** The id, null if there is no such row. */
    private static @Nullable Integer existing(@Nullable Integer id, RowsById<?> rows) {
        return id == null || rows.get(id) == null ? null : id;
    }
}
