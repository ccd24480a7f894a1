package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceFinder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the values of a filter to ids of statuses, departments and so on, by id or name, see {@link
 * ReferenceFinder}. A value may name several, separated by commas; a name that contains a comma must be a separate
 * value. {@code none} means no agent, team, topic or service level; its id is 0.
 *
 * <p>Each method throws {@link Refused} for what does not exist, and returns ids in the order sent.
 */
final class RelationIds {
    private static final String NONE = "none";
    private static final List<String> STATES = List.of("open", "closed", "archived", "deleted");

    private final Reference reference;
    private final ReferenceFinder finder;

    RelationIds(Reference reference) {
        this.reference = reference;
        this.finder = new ReferenceFinder(reference);
    }

    Set<Integer> statuses(List<String> sent) {
        return ids("status", sent, by(finder::status, status -> status.id));
    }

    /** Statuses of these states: {@code open}, {@code closed}, {@code archived}, {@code deleted}. */
    Set<Integer> statusesOfStates(List<String> sent) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (String state : sent.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .toList()) {
            if (!STATES.contains(state)) {
                throw Refused.of(ProblemCode.INVALID_VALUE, "state must be open, closed, archived or deleted", "state");
            }
            reference.statuses().all().stream()
                    .filter(status -> state.equals(status.state))
                    .forEach(status -> ids.add(status.id));
        }
        return ids;
    }

    /** @param withDescendants whether to include the departments below them */
    Set<Integer> departments(List<String> sent, boolean withDescendants) {
        Set<Integer> ids = ids("department", sent, by(finder::departmentByPath, department -> department.id));
        return withDescendants ? withDescendants(ids) : ids;
    }

    private Set<Integer> withDescendants(Set<Integer> ids) {
        Set<Integer> all = new LinkedHashSet<>(ids);
        Deque<Integer> above = new ArrayDeque<>(ids);
        while (!above.isEmpty()) {
            int parent = above.remove();
            reference.departments().all().stream()
                    .filter(department -> department.parentId != null && department.parentId == parent)
                    .filter(department -> all.add(department.id))
                    .forEach(department -> above.add(department.id));
        }
        return all;
    }

    Set<Integer> topics(List<String> sent) {
        return ids("topic", sent, orNone(by(finder::topic, topic -> topic.id)));
    }

    Set<Integer> agents(List<String> sent) {
        return ids("agent", sent, orNone(by(finder::agent, agent -> agent.id)));
    }

    Set<Integer> teams(List<String> sent) {
        return ids("team", sent, orNone(by(finder::team, team -> team.id)));
    }

    Set<Integer> serviceLevels(List<String> sent) {
        return ids("sla", sent, orNone(by(finder::serviceLevel, level -> level.id)));
    }

    Set<Integer> priorities(List<String> sent) {
        return ids("priority", sent, by(finder::priority, priority -> priority.id));
    }

    private static <T> Function<String, @Nullable Integer> by(Function<String, @Nullable T> find, ToIntFunction<T> id) {
        return text -> {
            T row = find.apply(text);
            return row == null ? null : id.applyAsInt(row);
        };
    }

    private static Function<String, @Nullable Integer> orNone(Function<String, @Nullable Integer> find) {
        return text -> text.equals(NONE) ? Integer.valueOf(0) : find.apply(text);
    }

    private static Set<Integer> ids(String field, List<String> sent, Function<String, @Nullable Integer> find) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (String value : sent) {
            Integer whole = find.apply(value);
            if (whole != null) {
                ids.add(whole);
            } else {
                addParts(field, value, find, ids);
            }
        }
        return ids;
    }

    private static void addParts(
            String field, String value, Function<String, @Nullable Integer> find, Set<Integer> ids) {
        for (String part : value.split(",")) {
            Integer id = find.apply(part.strip());
            if (id == null) {
                throw Refused.of(ProblemCode.INVALID_VALUE, "There is no " + field + " '" + part.strip() + "'", field);
            }
            ids.add(id);
        }
    }
}
