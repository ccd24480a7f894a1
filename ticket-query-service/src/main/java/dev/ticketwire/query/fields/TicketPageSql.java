package dev.ticketwire.query.fields;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.TablePrefix;

/**
 * Statements that read the rows of a page of tickets {@code t}. The parameters of the page come first, then those of
 * {@link TicketAnswers#bind}.
 *
 * @param from the tables that the page is found in, in the order in which they are joined, from {@code FROM} on
 * @param rest conditions, order and limit
 * @param order of the rows, as in {@code rest}
 * @param isWhole whether the first rows in this order are the page: then it is read as it is found. Else the ids of the
 *     page are found first, because an index may have all that decides, and the rows of others need not be read
 */
public record TicketPageSql(String from, String rest, String order, boolean isWhole) {
    private static final String IDS = "SELECT STRAIGHT_JOIN t.ticket_id ";
    private static final String PAGE = """
            SELECT STRAIGHT_JOIN %s
            FROM (%s) page
              JOIN {ticket} t ON t.ticket_id = page.ticket_id
            %sORDER BY %s""";
    private static final String WHOLE = "SELECT STRAIGHT_JOIN %s\n%s%s%s";

    /** Reads {@link TicketFields}. */
    public String fields(TicketAnswers answers) {
        return sql(answers, "", "", IDS);
    }

    /**
     * Reads {@link TicketFields}, {@link TicketOwner} and {@code ticket_pid}, 0 or null for a parent outside {@code
     * visible}.
     */
    public String fieldsOwnerAndParent(TicketAnswers answers, Departments visible) {
        return sql(answers, more(visible), TicketOwner.JOINS, IDS);
    }

    /** As {@link #fieldsOwnerAndParent}; the server chooses the order in which the page's tables are joined. */
    public String fieldsOwnerAndParentInAnyOrder(TicketAnswers answers, Departments visible) {
        return sql(answers, more(visible), TicketOwner.JOINS, "SELECT t.ticket_id ");
    }

    private String sql(TicketAnswers answers, String more, String joins, String ids) {
        String columns = TicketFields.columns(answers) + more;
        return TablePrefix.named(
                isWhole && answers == TicketAnswers.CUSTOM_DATA
                        ? WHOLE.formatted(columns, from, joins + answers.joins(), rest)
                        : PAGE.formatted(columns, ids + from + rest, joins + answers.joins(), order));
    }

    private static String more(Departments visible) {
        return ", " + parent(visible) + " AS ticket_pid, " + TicketOwner.COLUMNS;
    }

    /** Departments are numbers, so that they need no parameters. */
    private static String parent(Departments visible) {
        return visible.areAll()
                ? "t.ticket_pid"
                : "(SELECT p.ticket_id FROM {ticket} p WHERE p.ticket_id = t.ticket_pid AND p.dept_id IN (%s))"
                        .formatted(visible);
    }
}
