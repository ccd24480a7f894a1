package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Indexed;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.Staff;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What callers name by id or name, as ids. Several may be sent, each in a parameter of its own or parted by commas; a name
 * with a comma in it has to be one of its own. {@code none} stands for 0, which means no agent, team, topic or plan.
 */
final class References {
    private static final String NONE = "none";

    private final Reference reference;

    References(Reference reference) {
        this.reference = reference;
    }

    Set<Integer> statuses(List<String> sent) {
        return ids("status", sent, text -> of(text, reference.statuses(), t -> Named.status(t, reference)));
    }

    /** Statuses of these states: {@code open}, {@code closed}, {@code archived}, {@code deleted}. */
    Set<Integer> states(List<String> sent) {
        Set<String> states = new HashSet<>(List.of("open", "closed", "archived", "deleted"));
        Set<Integer> ids = new LinkedHashSet<>();
        for (String state :
                sent.stream().flatMap(s -> List.of(s.split(",")).stream()).toList()) {
            if (!states.contains(state)) {
                throw Refused.of(ProblemCode.INVALID_VALUE, "state must be open, closed, archived or deleted", "state");
            }
            reference.statuses().all().stream()
                    .filter(status -> state.equals(status.state))
                    .forEach(status -> ids.add(status.id));
        }
        return ids;
    }

    /** @param withDescendants whether the departments below them are meant too */
    Set<Integer> departments(List<String> sent, boolean withDescendants) {
        Set<Integer> ids =
                ids("department", sent, text -> of(text, reference.departments(), t -> Named.department(t, reference)));
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
        return ids("topic", sent, text -> ofOrNone(text, reference.topics(), this::topic));
    }

    /** Top-level topics first, as everywhere. */
    private @Nullable Integer topic(String name) {
        HelpTopic top = reference.topics().first(t -> t.parentId == 0 && Named.isSame(t.name, name));
        HelpTopic any = top != null ? top : reference.topics().first(t -> Named.isSame(t.name, name));
        return any == null ? null : any.id;
    }

    Set<Integer> agents(List<String> sent) {
        return ids("agent", sent, text -> ofOrNone(text, reference.staff(), this::agent));
    }

    private @Nullable Integer agent(String text) {
        Staff agent = reference
                .staff()
                .first(s -> Named.isSame(s.username, text) || s.email != null && Named.isSame(s.email, text));
        return agent == null ? null : agent.id;
    }

    Set<Integer> teams(List<String> sent) {
        return ids(
                "team",
                sent,
                text -> ofOrNone(
                        text,
                        reference.teams(),
                        name -> id(reference.teams().first(t -> Named.isSame(t.name, name)), t -> t.id)));
    }

    Set<Integer> serviceLevels(List<String> sent) {
        return ids(
                "sla",
                sent,
                text -> ofOrNone(
                        text,
                        reference.serviceLevels(),
                        name -> id(reference.serviceLevels().first(s -> Named.isSame(s.name, name)), s -> s.id)));
    }

    Set<Integer> priorities(List<String> sent) {
        return ids(
                "priority",
                sent,
                text -> of(
                        text,
                        reference.priorities(),
                        name -> id(
                                reference
                                        .priorities()
                                        .first(p -> Named.isSame(p.description, name) || Named.isSame(p.tag, name)),
                                p -> p.id)));
    }

    private static <T> @Nullable Integer id(@Nullable T row, Function<T, Integer> id) {
        return row == null ? null : id.apply(row);
    }

    private static <T> @Nullable Integer ofOrNone(
            String text, Indexed<T> rows, Function<String, @Nullable Integer> byName) {
        return text.equals(NONE) ? Integer.valueOf(0) : of(text, rows, byName);
    }

    /** By id where it is all digits, else by name; null if there is none. */
    private static <T> @Nullable Integer of(String text, Indexed<T> rows, Function<String, @Nullable Integer> byName) {
        if (!text.matches("[0-9]{1,9}")) {
            return byName.apply(text);
        }
        int id = Integer.parseInt(text);
        return rows.get(id) == null ? null : id;
    }

    private static Set<Integer> ids(String field, List<String> sent, Function<String, @Nullable Integer> find) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (String value : sent) {
            Integer whole = find.apply(value);
            for (String part : whole != null ? new String[0] : value.split(",")) {
                Integer id = find.apply(part.strip());
                if (id == null) {
                    throw Refused.of(
                            ProblemCode.INVALID_VALUE, "There is no " + field + " '" + part.strip() + "'", field);
                }
                ids.add(id);
            }
            if (whole != null) {
                ids.add(whole);
            }
        }
        return ids;
    }
}
