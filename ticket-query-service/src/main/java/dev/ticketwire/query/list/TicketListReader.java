package dev.ticketwire.query.list;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.query.fields.ReferenceNames;
import dev.ticketwire.query.fields.TicketAnswers;
import dev.ticketwire.query.fields.TicketPageSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of tickets. Statements: the page, the total if it is asked for, and the database's time on the first
 * page of changes. The cost of a page does not depend on its position; a filter without an index may take {@link
 * ListSettings#longest} at most.
 */
@ApplicationScoped
class TicketListReader {
    private static final String FROM = """
            FROM {ticket} t
            %sJOIN {ticket_status} s ON s.id = t.status_id
            """;
    private static final String WHERE = "WHERE TRUE%s";
    private static final String PAGE = WHERE + "%s ORDER BY %s LIMIT ?";
    private static final String COUNT = "SELECT COUNT(*) " + FROM + WHERE;
    private static final String UPDATED_UNTIL = "SELECT NOW() - INTERVAL ? SECOND";

    private final ReplicaReads reads;
    private final ListSettings settings;

    TicketListReader(ReplicaReads reads, ListSettings settings) {
        this.reads = reads;
        this.settings = settings;
    }

    /** The tickets of a page, and the position of the last of them if more follow. */
    private record Items(
            List<TicketListItemView> tickets, @Nullable ListPosition end) {}

    TicketListPage page(TicketListRequest request, Reference reference) {
        TicketListPage empty = new TicketListPage(List.of(), null, request.wantsTotal() ? 0L : null, null);
        return reads.readByText(empty, connection -> page(connection, request, reference));
    }

    private TicketListPage page(Connection connection, TicketListRequest request, Reference reference)
            throws SQLException {
        // Before the tickets: a change that is committed meanwhile is then asked for again, rather than never.
        String updatedUntil = updatedUntil(connection, request);
        Items items = items(connection, request, updatedUntil == null ? "" : updatedUntil, reference);
        Long total = request.wantsTotal() ? total(connection, request) : null;
        return new TicketListPage(items.tickets, items.end, total, updatedUntil);
    }

    private @Nullable String updatedUntil(Connection connection, TicketListRequest request) throws SQLException {
        if (!request.followsChanges()) {
            return null;
        }
        if (request.after() != null) {
            return request.after().updatedUntil();
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATED_UNTIL)) {
            statement.setLong(1, settings.lateCommits().toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private Items items(Connection connection, TicketListRequest request, String updatedUntil, Reference reference)
            throws SQLException {
        return TicketAnswers.read(reference, answers -> items(connection, request, updatedUntil, reference, answers));
    }

    private Items items(
            Connection connection,
            TicketListRequest request,
            String updatedUntil,
            Reference reference,
            TicketAnswers answers)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(request, answers))) {
            limitTime(statement);
            bind(statement, request, reference, answers);
            try (ResultSet row = statement.executeQuery()) {
                return items(row, request, updatedUntil, new ReferenceNames(reference));
            }
        }
    }

    private static Items items(ResultSet row, TicketListRequest request, String updatedUntil, ReferenceNames names)
            throws SQLException {
        List<TicketListItemView> tickets = new ArrayList<>();
        ListPosition last = null;
        while (row.next()) {
            if (tickets.size() == request.limit()) {
                return new Items(tickets, last);
            }
            tickets.add(TicketListItemView.read(row, names));
            String value = Objects.requireNonNull(row.getString(request.order().column()));
            last = new ListPosition(value, row.getLong("ticket_id"), updatedUntil);
        }
        return new Items(tickets, null);
    }

    /**
     * Tickets first and in order, so that the server walks along the index of the order until the page is full; but words
     * are found by their full-text index first.
     */
    private static String sql(TicketListRequest request, TicketAnswers answers) {
        String joins = request.filter().joins();
        String position = request.after() == null ? "" : request.order().after();
        String hasNumber = request.order().column().equals("number") ? " AND t.number IS NOT NULL" : "";
        String order = request.order().columns();
        String rest = PAGE.formatted(request.filter().where(), position + hasNumber, order);
        TicketPageSql page = new TicketPageSql(
                FROM.formatted(joins), rest, order, request.filter().isEmpty());
        return joins.isEmpty()
                ? page.fieldsOwnerAndParent(answers, request.visible())
                : page.fieldsOwnerAndParentInAnyOrder(answers, request.visible());
    }

    private static void bind(
            PreparedStatement statement, TicketListRequest request, Reference reference, TicketAnswers answers)
            throws SQLException {
        int i = request.filter().bind(statement, 1);
        ListPosition after = request.after();
        if (after != null) {
            statement.setString(i++, after.value());
            statement.setString(i++, after.value());
            statement.setString(i++, after.value());
            statement.setLong(i++, after.ticketId());
        }
        statement.setInt(i++, request.limit() + 1);
        answers.bind(statement, i, reference);
    }

    private long total(Connection connection, TicketListRequest request) throws SQLException {
        String sql = TablePrefix.named(
                COUNT.formatted(request.filter().joins(), request.filter().where()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            limitTime(statement);
            request.filter().bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void limitTime(Statement statement) throws SQLException {
        statement.setQueryTimeout((int) settings.longest().toSeconds());
    }
}
