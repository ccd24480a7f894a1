package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.query.ticket.TicketNames;
import dev.ticketwire.rest.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * A page of tickets in one statement: first the ids of the page, from an index where possible, then its rows. A part of a
 * subject is looked for among the candidates of {@link SubjectIndex}, the newest first, and where there are none there is no
 * statement; without candidates a second statement may be needed, that reads all subjects.
 */
@ApplicationScoped
class SearchReader {
    /** Tickets first and in order, so that the walk along the index of the order can stop when the page is full. */
    private static final String PAGE = "SELECT STRAIGHT_JOIN t.ticket_id FROM {ticket} t\n";
    /**
     * A ticket whose status does not exist is invisible. The function keeps the server from reading the tickets of every status
     * and sorting them.
     */
    private static final String VISIBLE = "WHERE COALESCE(t.status_id) IN (%s)";

    /** An address is unique, so that the owner is found before any ticket is looked at. */
    private static final String OF_REQUESTER =
            " AND t.user_id = (SELECT e.user_id FROM {user_email} e WHERE e.address = ? AND e.user_id > 0)";

    private static final String WITH_SUBJECT = """
            JOIN {ticket__cdata} c ON c.ticket_id = t.ticket_id AND c.subject LIKE ? ESCAPE '!'
            """;
    /** Subjects first: reads all of them, in a seventh of the time that walking along all tickets takes. */
    private static final String RARE_SUBJECT = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM {ticket__cdata} c JOIN {ticket} t ON t.ticket_id = c.ticket_id AND c.subject LIKE ? ESCAPE '!'
            """;

    private static final String THESE = """
            SELECT STRAIGHT_JOIN t.ticket_id
            FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) these
            JOIN {ticket} t ON t.ticket_id = these.id
            """ + WITH_SUBJECT;
    /** Below so many candidates they are looked at one by one in orders other than by age, else first along the order. */
    private static final int FEW = 2_000;
    /** More are not named to the server. */
    private static final int MANY = 100_000;
    /** Walks along some 20,000 tickets at most. The server warns if it stops there. */
    private static final String SO_FAR = " LIMIT ROWS EXAMINED 40000";

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
    private final SubjectIndex subjects;
    private final TicketAges ages;

    SearchReader(HelpDeskReads reads, SubjectIndex subjects, TicketAges ages) {
        this.reads = reads;
        this.subjects = subjects;
        this.ages = ages;
    }

    /**
     * What was found.
     *
     * @param isMore whether more tickets come after these
     * @param isStopped whether the server stopped before it was through
     */
    record Found(Form tickets, boolean isMore, boolean isStopped) {}

    /**
     * How a page is found.
     *
     * @param ids selects the tickets, before filters and order
     * @param limit what the server may do at most, behind them
     * @param candidates the first value of {@code ids}, null if it has none
     */
    private record Way(String ids, String limit, @Nullable String candidates) {}

    Found read(Search search, Reference reference, @Nullable String accept) {
        String subject = search.subject();
        Found none = new Found(Form.accepted(accept).list().end(), false, false);
        if (subject == null) {
            return reads.readByText(
                    none, connection -> found(connection, new Way(PAGE, "", null), search, reference, accept));
        }
        Ages known = search.sort() == Sort.CREATED && subjects.isCurrent(subject) ? ages.current() : null;
        if (known == null) {
            RoaringBitmap candidates = subjects.candidates(subject);
            return candidates != null && candidates.isEmpty()
                    ? none
                    : reads.readByText(none, connection -> some(connection, candidates, search, reference, accept));
        }
        RoaringBitmap newest = subjects.newest(subject, 1, known);
        return newest != null && newest.isEmpty()
                ? none
                : reads.readByText(none, connection -> {
                    Found found = newest(connection, subject, known, search, reference, accept);
                    return found == null ? some(connection, null, search, reference, accept) : found;
                });
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

    /** Looks at the newest candidates, then at more, until the page is full. @return null if it would be too many */
    private @Nullable Found newest(
            Connection connection,
            String subject,
            Ages ages,
            Search search,
            Reference reference,
            @Nullable String accept)
            throws SQLException {
        long rows = Math.min(search.offset(), MANY) + search.limit() + 1;
        for (long most = 2 * rows; ; most *= 8) {
            int these = (int) Math.min(most, MANY);
            RoaringBitmap newest = subjects.newest(subject, these, ages);
            if (newest == null) {
                return null;
            }
            Found found = found(connection, new Way(THESE, "", json(newest)), search, reference, accept);
            if (found.isMore() || newest.getCardinality() < these) {
                return found;
            }
            if (these == MANY) {
                return null;
            }
        }
    }

    /** @param candidates the tickets among which those with the subject are, null if unknown */
    private static Found some(
            Connection connection,
            @Nullable RoaringBitmap candidates,
            Search search,
            Reference reference,
            @Nullable String accept)
            throws SQLException {
        int most = candidates == null ? Integer.MAX_VALUE : candidates.getCardinality();
        if (most > FEW) {
            Way walk = new Way(PAGE + WITH_SUBJECT, SO_FAR, null);
            Found found = found(connection, walk, search, reference, accept);
            if (!found.isStopped()) {
                return found;
            }
        }
        Way rest = candidates == null || most > MANY
                ? new Way(RARE_SUBJECT, "", null)
                : new Way(THESE, "", json(candidates));
        return found(connection, rest, search, reference, accept);
    }

    private static String json(RoaringBitmap tickets) {
        StringJoiner ids = new StringJoiner(",", "[", "]");
        tickets.forEach((IntConsumer) id -> ids.add(Integer.toUnsignedString(id)));
        return ids.toString();
    }

    private static Found found(
            Connection connection, Way way, Search search, Reference reference, @Nullable String accept)
            throws SQLException {
        String sql = page(way.ids, search, reference) + way.limit;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, way, search, reference);
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

    private static String page(String ids, Search search, Reference reference) {
        String statuses = reference.statuses().all().stream()
                .map(status -> Integer.toString(status.id))
                .collect(Collectors.joining(","));
        String page = ids
                + VISIBLE.formatted(statuses.isEmpty() ? "NULL" : statuses)
                + (search.statusId() == null ? "" : " AND t.status_id = ?")
                + (search.departmentId() == null ? "" : " AND t.dept_id = ?")
                + OF_REQUESTER.repeat(search.requesters().size())
                + (search.userId() == null ? "" : " AND t.user_id = ?")
                + (search.number() == null ? "" : " AND t.number = ?")
                + Visible.and("t.dept_id", search.visible())
                + " ORDER BY " + search.sort().order + " LIMIT ? OFFSET ?";
        return TicketRows.sql(page, search.sort().order);
    }

    private static void bind(PreparedStatement statement, Way way, Search search, Reference reference)
            throws SQLException {
        int i = 1;
        if (way.candidates != null) {
            statement.setString(i++, way.candidates);
        }
        if (search.subject() != null) {
            statement.setString(i++, "%" + search.subject().replaceAll("[!%_]", "!$0") + "%");
        }
        if (search.statusId() != null) {
            statement.setLong(i++, search.statusId());
        }
        if (search.departmentId() != null) {
            statement.setLong(i++, search.departmentId());
        }
        for (String address : search.requesters()) {
            statement.setString(i++, address);
        }
        if (search.userId() != null) {
            statement.setLong(i++, search.userId());
        }
        if (search.number() != null) {
            statement.setString(i++, search.number());
        }
        i = Visible.bind(statement, i, search.visible());
        statement.setLong(i++, search.limit() + 1);
        statement.setLong(i++, search.offset());
        TicketRows.bind(statement, i, reference);
    }
}
