package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects tickets: all filters must match; of several values of one filter, one must match. Use it in a statement on
 * osTicket's ticket table {@code t}: {@link #joins} after it, {@link #where} among its conditions, {@link
 * #bind} for both.
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
    private final List<SqlCondition> conditions;
    private final @Nullable String words;
    private final boolean seesNotes;

    /**
     * @param conditions all must hold
     * @param words in the server's syntax for boolean full-text search, null for none
     * @param seesNotes whether internal notes are searched for {@code words}
     */
    TicketFilter(List<SqlCondition> conditions, @Nullable String words, boolean seesNotes) {
        this.conditions = List.copyOf(conditions);
        this.words = words;
        this.seesNotes = seesNotes;
    }

    /** Whether a parameter of this name is a filter. */
    public static boolean isFilter(String name) {
        return FilterReader.isFilter(name);
    }

    /**
     * @param sent parameters by name, without blank values; other parameters than filters are ignored
     * @param caller whose departments and rights narrow the filter
     * @throws Refused if a filter is invalid
     */
    public static TicketFilter of(Map<String, List<String>> sent, Identity caller, Reference reference) {
        return new FilterReader(sent, caller, reference).read();
    }

    /** The SQL after the ticket table in FROM; ends with a line break, or is empty. */
    public String joins() {
        return words == null ? "" : FullTextQuery.join(seesNotes);
    }

    /** The SQL after a condition of the statement: begins with AND, or is empty. */
    public String where() {
        StringBuilder where = new StringBuilder();
        conditions.forEach(
                condition -> where.append(" AND (").append(condition.sql()).append(')'));
        return where.toString();
    }

    /** Whether every ticket matches. */
    public boolean isEmpty() {
        return words == null && conditions.isEmpty();
    }

    /**
     * Sets the parameters of {@link #joins} and {@link #where}; the statement must have no others between them.
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
        for (SqlCondition condition : conditions) {
            for (Object value : condition.values()) {
                statement.setObject(index++, value);
            }
        }
        return index;
    }
}
