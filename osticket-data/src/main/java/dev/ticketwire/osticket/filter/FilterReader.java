package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request as a {@link TicketFilter}. For one use. */
final class FilterReader {
    private static final String FIELD = "field.";
    private static final String SINCE = "_since";
    private static final String BEFORE = "_before";

    /** The columns of filters on times. */
    private static final Map<String, String> TIMES =
            Map.of("created", "t.created", "updated", "t.updated", "closed", "t.closed", "due", "t.duedate");

    private static final Set<String> FIXED = Set.of(
            "status",
            "state",
            "department",
            "descendants",
            "topic",
            "agent",
            "team",
            "sla",
            "priority",
            "source",
            "requester",
            "parent",
            "overdue",
            "answered",
            "unassigned",
            "q");

    private final Map<String, List<String>> sent;
    private final Departments visible;
    private final boolean seesNotes;
    private final RelationIds relations;
    private final TicketConditions tickets;
    private final List<SqlCondition> conditions = new ArrayList<>();

    FilterReader(Map<String, List<String>> sent, Identity caller, Reference reference) {
        this.sent = sent;
        this.visible = caller.departments();
        this.seesNotes = caller.seesNotes();
        this.relations = new RelationIds(reference);
        this.tickets = new TicketConditions(reference);
    }

    static boolean isFilter(String name) {
        return FIXED.contains(name)
                || name.startsWith(FIELD)
                || TIMES.keySet().stream().anyMatch(time -> name.equals(time + SINCE) || name.equals(time + BEFORE));
    }

    /** @throws Refused if a parameter is invalid */
    TicketFilter read() {
        readRelations();
        readOrigin();
        readFlags();
        readTimes();
        readFields();
        String text = single("q");
        String words = text == null ? null : FullTextQuery.parse("q", text);
        if (!visible.areAll()) {
            conditions.add(SqlCondition.in("t.dept_id", visible.ids()));
        }
        return new TicketFilter(conditions, words, seesNotes);
    }

    private void readRelations() {
        several("status", values -> SqlCondition.in("t.status_id", relations.statuses(values)));
        several("state", values -> SqlCondition.in("t.status_id", relations.statusesOfStates(values)));
        boolean descendants = Boolean.TRUE.equals(flag("descendants"));
        several("department", values -> SqlCondition.in("t.dept_id", relations.departments(values, descendants)));
        several("topic", values -> SqlCondition.in("t.topic_id", relations.topics(values)));
        several("agent", values -> SqlCondition.in("t.staff_id", relations.agents(values)));
        several("team", values -> SqlCondition.in("t.team_id", relations.teams(values)));
        several("sla", values -> SqlCondition.in("t.sla_id", relations.serviceLevels(values)));
        several("priority", values -> tickets.priority(relations.priorities(values)));
    }

    private void readOrigin() {
        several("source", tickets::source);
        one("requester", tickets::requester);
        one("parent", number -> tickets.parent(number, visible));
    }

    private void readFlags() {
        flag("overdue", "t.isoverdue <> 0");
        flag("answered", "t.isanswered <> 0");
        flag("unassigned", "t.staff_id = 0 AND t.team_id = 0");
    }

    private void readTimes() {
        TIMES.forEach((name, column) -> {
            one(name + SINCE, text -> TimeCondition.since(name + SINCE, column, text));
            one(name + BEFORE, text -> TimeCondition.before(name + BEFORE, column, text));
        });
    }

    private void readFields() {
        sent.keySet().stream()
                .filter(name -> name.startsWith(FIELD))
                .forEach(name -> one(name, answer -> tickets.answer(name, name.substring(FIELD.length()), answer)));
    }

    private void several(String name, Function<List<String>, SqlCondition> read) {
        List<String> values = sent.get(name);
        if (values != null) {
            conditions.add(read.apply(values));
        }
    }

    private void one(String name, Function<String, SqlCondition> read) {
        String value = single(name);
        if (value != null) {
            conditions.add(read.apply(value));
        }
    }

    private void flag(String name, String condition) {
        Boolean wanted = flag(name);
        if (wanted != null) {
            conditions.add(SqlCondition.of((wanted ? "" : "NOT ") + "(" + condition + ")"));
        }
    }

    private @Nullable Boolean flag(String name) {
        String value = single(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Refused.of(ProblemCode.INVALID_VALUE, name + " must be true or false", name);
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    private @Nullable String single(String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Refused.invalid(name);
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
