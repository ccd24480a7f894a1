package dev.ticketwire.query.search;

import dev.ticketwire.answer.Form;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.query.ticket.TicketNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of tickets in one statement: first the ids of the page, from an index where possible, then its rows. A second
 * statement looks for a subject that few tickets have.
 */
@ApplicationScoped
class SearchReader {
    /**
     * Tickets first and in order, so that the walk along the index of the order can stop when the page is full. A ticket
     * whose status does not exist is invisible.
     */
    private static final String PAGE = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM {ticket} t JOIN {ticket_status} s ON s.id = t.status_id
            """;

    /**
     * The same far from the beginning, where every ticket that is skipped would cost a look at its status: the server skips
     * in the index alone. Only while no ticket is invisible.
     */
    private static final String FAR_PAGE = "SELECT t.ticket_id FROM {ticket} t\n";

    private static final long FAR = 1000;
    /** With the statuses that exist: a look into the gaps between them in an index. */
    private static final String INVISIBLE = "SELECT 1 FROM {ticket} WHERE status_id NOT IN (%s) LIMIT 1";

    private static final String WITH_SUBJECT = """
            JOIN {ticket__cdata} c ON c.ticket_id = t.ticket_id AND c.subject LIKE ? ESCAPE '!'
            """;
    /** Subjects first: reads all of them, in a seventh of the time that walking along all tickets takes. */
    private static final String RARE_SUBJECT = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM {ticket__cdata} c JOIN {ticket} t ON t.ticket_id = c.ticket_id AND c.subject LIKE ? ESCAPE '!'
              JOIN {ticket_status} s ON s.id = t.status_id
            """;
    /** Walks along some 20,000 tickets at most. The server warns if it stops there. */
    private static final String SO_FAR = " LIMIT ROWS EXAMINED 60000";

    private static final int STOPPED = 1931;
    /** The one ticket that an API key calls by a name of its own. */
    private static final String NAMED = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM ticketwire_external_id e
              JOIN {ticket} t ON t.ticket_id = e.ticket_id
              JOIN {ticket_status} s ON s.id = t.status_id
            WHERE e.api_key_id = ? AND e.external_id = ?%s
            """;

    private final HelpDeskReads reads;

    SearchReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    /**
     * What was found.
     *
     * @param isMore whether more tickets come after these
     * @param isStopped whether the server stopped before it was through
     */
    record Found(Form tickets, boolean isMore, boolean isStopped) {}

    Found read(Search search, Reference reference, @Nullable String accept) {
        Found none = new Found(Form.accepted(accept).list().end(), false, false);
        return reads.readByText(none, connection -> write(connection, search, reference, accept));
    }

    /** A list of the one ticket, or of none. */
    Form named(int apiKeyId, String externalId, Departments visible, Reference reference, @Nullable String accept) {
        return reads.read(connection -> {
            String sql = TicketRows.sql(NAMED.formatted(Visible.and("t.dept_id", visible)), "t.ticket_id");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, apiKeyId);
                statement.setString(2, externalId);
                TicketRows.bind(statement, Visible.bind(statement, 3, visible), reference);
                return list(statement, 1, reference, Form.accepted(accept)).tickets();
            }
        });
    }

    private static Found write(Connection connection, Search search, Reference reference, @Nullable String accept)
            throws SQLException {
        if (search.subject() == null) {
            boolean isSkipping = search.offset() >= FAR && !isAnyInvisible(connection, reference);
            return found(connection, page(search, isSkipping ? FAR_PAGE : PAGE), search, reference, accept);
        }
        String walk = page(search, PAGE + WITH_SUBJECT) + SO_FAR;
        Found found = found(connection, walk, search, reference, accept);
        return found.isStopped() ? found(connection, page(search, RARE_SUBJECT), search, reference, accept) : found;
    }

    private static boolean isAnyInvisible(Connection connection, Reference reference) throws SQLException {
        if (reference.statuses().all().isEmpty()) {
            return true;
        }
        String statuses = reference.statuses().all().stream()
                .map(status -> Integer.toString(status.id))
                .collect(Collectors.joining(", "));
        try (PreparedStatement statement =
                        connection.prepareStatement(TablePrefix.named(INVISIBLE.formatted(statuses)));
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static Found found(
            Connection connection, String sql, Search search, Reference reference, @Nullable String accept)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, search, reference);
            return list(statement, search.limit(), reference, Form.accepted(accept));
        }
    }

    private static Found list(PreparedStatement statement, long limit, Reference reference, Form form)
            throws SQLException {
        TicketNames names = new TicketNames(reference);
        try (ResultSet row = statement.executeQuery()) {
            form.list();
            int rows = 0;
            while (row.next() && ++rows <= limit) {
                TicketRows.write(row, names, form.object());
                form.end();
            }
            SQLWarning warning = statement.getWarnings();
            return new Found(form.end(), rows > limit, warning != null && warning.getErrorCode() == STOPPED);
        }
    }

    private static String page(Search search, String ids) {
        String page = ids
                + "WHERE TRUE"
                + (search.statusId() == null ? "" : " AND t.status_id = ?")
                + (search.departmentId() == null ? "" : " AND t.dept_id = ?")
                + Visible.and("t.dept_id", search.visible())
                + " ORDER BY " + search.sort().order + " LIMIT ? OFFSET ?";
        return TicketRows.sql(page, search.sort().order);
    }

    private static void bind(PreparedStatement statement, Search search, Reference reference) throws SQLException {
        int i = 1;
        if (search.subject() != null) {
            statement.setString(i++, "%" + search.subject().replaceAll("[!%_]", "!$0") + "%");
        }
        if (search.statusId() != null) {
            statement.setLong(i++, search.statusId());
        }
        if (search.departmentId() != null) {
            statement.setLong(i++, search.departmentId());
        }
        i = Visible.bind(statement, i, search.visible());
        statement.setLong(i++, search.limit() + 1);
        statement.setLong(i++, search.offset());
        TicketRows.bind(statement, i, reference);
    }
}
