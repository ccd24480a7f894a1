package dev.ticketwire.query.fields;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.TablePrefix;

/**
 * Statements that read the rows of a page of tickets. A subquery selects the ids of the page; its parameters come
 * first, then those of {@link TicketFields#bindForm}.
 */
public final class TicketPageSql {
    private static final String PAGE =
            "SELECT STRAIGHT_JOIN " + TicketFields.COLUMNS + """
            %s
            FROM (%s) page
              JOIN {ticket} t ON t.ticket_id = page.ticket_id
              JOIN {ticket_status} s ON s.id = t.status_id
            """ + TicketFields.FORM_JOINS + "%sORDER BY %s";

    private TicketPageSql() {}

    /**
     * Reads {@link TicketFields}.
     *
     * @param ids selects the {@code ticket_id} of every row
     * @param order of the rows, as in {@code ids}
     */
    public static String fields(String ids, String order) {
        return TablePrefix.named(PAGE.formatted("", ids, "", order));
    }

    /**
     * Reads {@link TicketFields}, {@link TicketOwner} and {@code ticket_pid}, 0 or null for a parent outside {@code
     * visible}.
     */
    public static String fieldsOwnerAndParent(String ids, String order, Departments visible) {
        String more = ", " + parent(visible) + " AS ticket_pid, " + TicketOwner.COLUMNS;
        return TablePrefix.named(PAGE.formatted(more, ids, TicketOwner.JOINS, order));
    }

    /** Departments are numbers, so that they need no parameters. */
    private static String parent(Departments visible) {
        return visible.areAll()
                ? "t.ticket_pid"
                : "(SELECT p.ticket_id FROM {ticket} p WHERE p.ticket_id = t.ticket_pid AND p.dept_id IN (%s))"
                        .formatted(visible);
    }
}
