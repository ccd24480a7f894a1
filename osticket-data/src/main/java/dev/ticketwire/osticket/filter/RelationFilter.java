package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filters of {@link TicketFilter} on a ticket's department, topic, status and priority, for tickets that are at hand
 * as ids. Null for a filter that was not sent.
 *
 * @param topics may contain 0: no topic
 * @param usualPriority the priority of a ticket that has none
 */
public record RelationFilter(
        @Nullable Set<Integer> departments,
        @Nullable Set<Integer> topics,
        @Nullable Set<Integer> statuses,
        @Nullable Set<Integer> priorities,
        int usualPriority) {
    private static final Set<String> NAMES = Set.of("department", "topic", "status", "priority");

    /** Whether a parameter of this name is one of these filters. */
    public static boolean isFilter(String name) {
        return NAMES.contains(name);
    }

    /**
     * @param sent parameters by name, without blank values; others are ignored
     * @throws Refused 400 for a value that does not exist
     */
    public static RelationFilter of(Map<String, List<String>> sent, Reference reference) {
        RelationIds relations = new RelationIds(reference);
        return new RelationFilter(
                ids(sent, "department", values -> relations.departments(values, false)),
                ids(sent, "topic", relations::topics),
                ids(sent, "status", relations::statuses),
                ids(sent, "priority", relations::priorities),
                reference.config().number("default_priority_id"));
    }

    private static @Nullable Set<Integer> ids(
            Map<String, List<String>> sent, String name, Function<List<String>, Set<Integer>> read) {
        List<String> values = sent.get(name);
        return values == null ? null : read.apply(values);
    }

    /** Whether no filter was sent. */
    public boolean isEmpty() {
        return departments == null && topics == null && statuses == null && priorities == null;
    }

    /** @param department 0 if unknown */
    public boolean acceptsDepartment(int department) {
        return departments == null || departments.contains(department);
    }

    /**
     * Whether a ticket passes the filters other than that on the department.
     *
     * @param topic 0 for none, as for the others
     */
    public boolean accepts(int topic, int status, int priority) {
        return (topics == null || topics.contains(topic))
                && (statuses == null || statuses.contains(status))
                && (priorities == null || priorities.contains(priority == 0 ? usualPriority : priority));
    }
}
