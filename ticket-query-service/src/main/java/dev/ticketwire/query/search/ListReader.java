package dev.ticketwire.query.search;

import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.query.ticket.TicketNames;
import dev.ticketwire.rest.Cursor;
import dev.ticketwire.rest.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pages of tickets: one statement, one more for the number of all of them, and one more on the first page of changes. A
 * page costs what its tickets cost, wherever it lies; what no index narrows down may take {@code
 * ticketwire.search.longest} at most.
 */
@ApplicationScoped
class ListReader {
    private static final String FROM = """
            FROM {ticket} t
            %sJOIN {ticket_status} s ON s.id = t.status_id
            WHERE TRUE%s""";
    /** Tickets first and in order, so that the walk along the index of the order can stop when the page is full. */
    private static final String PAGE = "SELECT STRAIGHT_JOIN t.ticket_id " + FROM + "%s ORDER BY %s LIMIT ?";
    /** Words are found by their index first. */
    private static final String PAGE_BY_WORDS = "SELECT t.ticket_id " + FROM + "%s ORDER BY %s LIMIT ?";

    private static final String COUNT = "SELECT COUNT(*) " + FROM;
    private static final String UNTIL = "SELECT NOW() - INTERVAL ? SECOND";

    private final HelpDeskReads reads;
    private final SearchSettings settings;

    ListReader(HelpDeskReads reads, SearchSettings settings) {
        this.reads = reads;
        this.settings = settings;
    }

    TicketPage read(TicketList wanted, Reference reference, @Nullable String accept) {
        TicketPage none = new TicketPage(Form.accepted(accept).list().end(), null, wanted.isCounted() ? 0 : -1, null);
        return reads.readByText(none, connection -> page(connection, wanted, reference, Form.accepted(accept)));
    }

    private TicketPage page(Connection connection, TicketList wanted, Reference reference, Form form)
            throws SQLException {
        // Before the tickets: what is committed while they are read is asked for again rather than never.
        String until = until(connection, wanted);
        Cursor next = tickets(connection, wanted, until, reference, form);
        long total = wanted.isCounted() ? total(connection, wanted) : -1;
        return new TicketPage(form, next, total, until);
    }

    private @Nullable String until(Connection connection, TicketList wanted) throws SQLException {
        if (!wanted.followsChanges()) {
            return null;
        }
        if (wanted.after() != null) {
            return wanted.after().part(3);
        }
        try (PreparedStatement statement = connection.prepareStatement(UNTIL)) {
            statement.setLong(1, settings.lateCommits().toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** @return where the page ends, null if nothing comes after it */
    private @Nullable Cursor tickets(
            Connection connection, TicketList wanted, @Nullable String until, Reference reference, Form form)
            throws SQLException {
        TicketNames names = new TicketNames(reference);
        try (PreparedStatement statement = connection.prepareStatement(sql(wanted))) {
            limit(statement);
            bind(statement, wanted, reference);
            try (ResultSet row = statement.executeQuery()) {
                form.list();
                Cursor last = null;
                int rows = 0;
                boolean isMore = false;
                while (row.next()) {
                    if (++rows > wanted.limit()) {
                        isMore = true;
                        break;
                    }
                    TicketRows.write(row, names, form.object());
                    TicketRows.writeMore(row, names, form);
                    form.end();
                    last = wanted.place(
                            Objects.requireNonNull(row.getString(wanted.order().column())),
                            row.getLong("ticket_id"),
                            until);
                }
                form.end();
                return isMore ? last : null;
            }
        }
    }

    private static String sql(TicketList wanted) {
        String pages = wanted.filter().joins().isEmpty() ? PAGE : PAGE_BY_WORDS;
        String behind = wanted.after() == null ? "" : wanted.order().behind();
        String numbered = wanted.order().column().equals("number") ? " AND t.number IS NOT NULL" : "";
        String page = pages.formatted(
                wanted.filter().joins(),
                wanted.filter().where(),
                behind + numbered,
                wanted.order().sql());
        return TicketRows.sqlWithOwner(page, wanted.order().sql(), wanted.visible());
    }

    private static void bind(PreparedStatement statement, TicketList wanted, Reference reference) throws SQLException {
        int i = wanted.filter().bind(statement, 1);
        if (wanted.after() != null) {
            statement.setString(i++, wanted.after().part(1));
            statement.setString(i++, wanted.after().part(1));
            statement.setString(i++, wanted.after().part(1));
            statement.setLong(i++, wanted.after().number(2));
        }
        statement.setInt(i++, wanted.limit() + 1);
        TicketRows.bind(statement, i, reference);
    }

    private long total(Connection connection, TicketList wanted) throws SQLException {
        String sql = TablePrefix.named(
                COUNT.formatted(wanted.filter().joins(), wanted.filter().where()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            limit(statement);
            wanted.filter().bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void limit(Statement statement) throws SQLException {
        statement.setQueryTimeout((int) settings.longest().toSeconds());
    }
}
