package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Form;
import dev.ticketwire.osticket.schema.FormField;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are meant: all filters have to hold, of several values of one filter any. To be put into a statement over
 * osTicket's ticket table as {@code t}: {@link #joins} after it, {@link #where} among its conditions, {@link #bind} for both.
 *
 * <table>
 * <caption>Filters</caption>
 * <tr><td>{@code status}, {@code state}</td><td>ids or names; open, closed, archived, deleted</td></tr>
 * <tr><td>{@code department}, {@code descendants}</td><td>ids, names or paths; true: those below them too</td></tr>
 * <tr><td>{@code topic}, {@code team}, {@code sla}</td><td>ids, names or {@code none}</td></tr>
 * <tr><td>{@code agent}</td><td>ids, e-mail addresses, usernames or {@code none}</td></tr>
 * <tr><td>{@code priority}</td><td>ids or names; a ticket without one has the help desk's default</td></tr>
 * <tr><td>{@code source}</td><td>Web, Email, Phone, API, Other</td></tr>
 * <tr><td>{@code requester}</td><td>the owner's e-mail address</td></tr>
 * <tr><td>{@code parent}</td><td>number of the parent ticket</td></tr>
 * <tr><td>{@code overdue}, {@code answered}, {@code unassigned}</td><td>true or false</td></tr>
 * <tr><td>{@code created|updated|closed|due} + {@code _since|_before}</td><td>a time, inclusive; exclusive</td></tr>
 * <tr><td>{@code field.NAME}</td><td>answer to a field of the ticket form, as osTicket's custom data hold it</td></tr>
 * <tr><td>{@code q}</td><td>words, "phrases", beginnings* anywhere in number, subject, answers or one entry</td></tr>
 * </table>
 */
public final class TicketFilter {
    private static final String FIELD = "field.";
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
    private static final List<String> SOURCES = List.of("Web", "Email", "Phone", "API", "Other");

    private final Map<String, List<String>> sent;
    private final Reference reference;
    private final References references;
    private final Departments visible;
    private final boolean seesNotes;
    private final List<Condition> conditions = new ArrayList<>();
    private @Nullable String words;

    private TicketFilter(Map<String, List<String>> sent, Identity caller, Reference reference) {
        this.sent = sent;
        this.visible = caller.departments();
        this.seesNotes = caller.seesNotes();
        this.reference = reference;
        this.references = new References(reference);
    }

    /** Whether a parameter of this name is a filter. */
    public static boolean isFilter(String name) {
        return FIXED.contains(name)
                || name.startsWith(FIELD)
                || TIMES.keySet().stream().anyMatch(t -> name.equals(t + "_since") || name.equals(t + "_before"));
    }

    /**
     * @param sent parameters by name, without blank values; those that are no filters are not looked at
     * @param caller who is told only of what it may see, whatever is sent
     * @throws Refused if one of them means nothing
     */
    public static TicketFilter of(Map<String, List<String>> sent, Identity caller, Reference reference) {
        TicketFilter filter = new TicketFilter(sent, caller, reference);
        filter.read();
        if (!filter.visible.areAll()) {
            filter.conditions.add(Condition.in("t.dept_id", filter.visible.ids()));
        }
        return filter;
    }

    private void read() {
        add("status", values -> Condition.in("t.status_id", references.statuses(values)));
        add("state", values -> Condition.in("t.status_id", references.states(values)));
        boolean descendants = Boolean.TRUE.equals(flag("descendants"));
        add("department", values -> Condition.in("t.dept_id", references.departments(values, descendants)));
        add("topic", values -> Condition.in("t.topic_id", references.topics(values)));
        add("agent", values -> Condition.in("t.staff_id", references.agents(values)));
        add("team", values -> Condition.in("t.team_id", references.teams(values)));
        add("sla", values -> Condition.in("t.sla_id", references.serviceLevels(values)));
        add("priority", values -> Condition.in(priority(), references.priorities(values)));
        add(
                "source",
                values -> Condition.in(
                        "t.source", values.stream().map(TicketFilter::source).toList()));
        one("requester", TicketFilter::requester);
        one("parent", this::parent);
        flag("overdue", "t.isoverdue <> 0");
        flag("answered", "t.isanswered <> 0");
        flag("unassigned", "t.staff_id = 0 AND t.team_id = 0");
        TIMES.forEach((name, column) -> {
            one(name + "_since", text -> TimeRange.since(name + "_since", column, text));
            one(name + "_before", text -> TimeRange.before(name + "_before", column, text));
        });
        sent.keySet().stream()
                .filter(name -> name.startsWith(FIELD))
                .forEach(name -> one(name, text -> field(name, text)));
        String text = single("q");
        words = text == null ? null : FullText.of("q", text);
    }

    /** What has to follow the ticket table in the statement's FROM; ends in a line break, or is empty. */
    public String joins() {
        return words == null ? "" : FullText.matches(seesNotes);
    }

    /** What has to follow a condition of the statement: begins with AND, or is empty. */
    public String where() {
        StringBuilder where = new StringBuilder();
        conditions.forEach(
                condition -> where.append(" AND (").append(condition.sql()).append(')'));
        return where.toString();
    }

    /** Whether every ticket is meant. */
    public boolean isEmpty() {
        return words == null && conditions.isEmpty();
    }

    /**
     * Sets the values of {@link #joins}, then those of {@link #where}, where nothing else stands between them.
     *
     * @param from index of the first
     * @return the index after the last
     */
    public int bind(PreparedStatement statement, int from) throws SQLException {
        int index = from;
        if (words != null) {
            statement.setString(index++, words);
            statement.setString(index++, words);
        }
        for (Condition condition : conditions) {
            for (Object value : condition.values()) {
                statement.setObject(index++, value);
            }
        }
        return index;
    }

    private interface Read {
        Condition of(String value);
    }

    private interface ReadAll {
        Condition of(List<String> values);
    }

    private void add(String name, ReadAll read) {
        List<String> values = sent.get(name);
        if (values != null) {
            conditions.add(read.of(values));
        }
    }

    private void one(String name, Read read) {
        String value = single(name);
        if (value != null) {
            conditions.add(read.of(value));
        }
    }

    private @Nullable String single(String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Refused.invalid(name);
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private void flag(String name, String condition) {
        Boolean wanted = flag(name);
        if (wanted != null) {
            conditions.add(Condition.of((wanted ? "" : "NOT ") + "(" + condition + ")"));
        }
    }

    private @Nullable Boolean flag(String name) {
        String value = single(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Refused.of(ProblemCode.INVALID_VALUE, name + " must be true or false", name);
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    private static String source(String text) {
        return SOURCES.stream()
                .filter(source -> source.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        ProblemCode.INVALID_VALUE, "source must be Web, Email, Phone, API or Other", "source"));
    }

    private Condition parent(String number) {
        return new Condition(
                "t.ticket_pid = (SELECT p.ticket_id FROM {ticket} p WHERE p.number = ?"
                        + Visible.and("p.dept_id", visible) + " ORDER BY p.ticket_id LIMIT 1)",
                Stream.concat(Stream.of(number), visible.ids().stream()).toList());
    }

    /** An address is unique, so that the owner is found before any ticket is looked at. */
    private static Condition requester(String sent) {
        String address = NamedAddress.of(sent).address();
        if (address.indexOf('@') < 1) {
            throw Refused.invalid("requester");
        }
        return Condition.of(
                "t.user_id = (SELECT e.user_id FROM {user_email} e WHERE e.address = ? AND e.user_id > 0)", address);
    }

    /** The answer in the ticket's form; all numbers in it are the help desk's own, not the caller's. */
    private String priority() {
        Form form = reference.forms().first(f -> f.type.equals("T"));
        int formId = form == null ? 0 : form.id;
        int field = reference.formFields().getOrDefault(formId, List.of()).stream()
                .filter(f -> "priority".equals(f.name))
                .mapToInt((FormField f) -> f.id)
                .findFirst()
                .orElse(0);
        return "COALESCE((SELECT v.value_id FROM {form_entry} f JOIN {form_entry_values} v ON v.entry_id = f.id"
                + " AND v.field_id = " + field
                + " WHERE f.object_type = 'T' AND f.object_id = t.ticket_id AND f.form_id = "
                + formId + " LIMIT 1), " + reference.config().number("default_priority_id") + ")";
    }

    private Condition field(String parameter, String value) {
        String name = parameter.substring(FIELD.length()).toLowerCase(Locale.ROOT);
        String column = reference.ticketColumns().stream()
                .filter(c -> c.toLowerCase(Locale.ROOT).equals(name) && c.matches("[A-Za-z0-9_]+"))
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        ProblemCode.INVALID_VALUE, "The ticket form has no field '" + name + "'", parameter));
        return Condition.of(
                "EXISTS (SELECT 1 FROM {ticket__cdata} c WHERE c.ticket_id = t.ticket_id AND c.`" + column + "` = ?)",
                value);
    }
}
