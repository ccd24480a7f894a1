package dev.ticketwire.query.search;

import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.query.fields.ReferenceNames;
import dev.ticketwire.query.fields.TicketAnswers;
import dev.ticketwire.query.fields.TicketFields;
import dev.ticketwire.query.fields.TicketPageSql;
import dev.ticketwire.query.fields.TicketSummaryView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one statement of a page: selects the ids of the page, from an index if possible, and reads its rows. */
final class SearchStatement {
    /**
     * A ticket whose status does not exist is invisible. The function keeps the server from reading the tickets of
     * every status and sorting them.
     */
    private static final String STATUS_EXISTS = "WHERE COALESCE(t.status_id) IN (%s)";

    /** An address is unique, so that the server finds the owner before it reads any ticket. */
    private static final String OF_REQUESTER =
            " AND t.user_id = (SELECT e.user_id FROM {user_email} e WHERE e.address = ? AND e.user_id > 0)";

    private static final int STOPPED_AT_LIMIT = 1931;

    private final SearchRequest request;
    private final Reference reference;

    SearchStatement(SearchRequest request, Reference reference) {
        this.request = request;
        this.reference = reference;
    }

    /**
     * A page, and whether the statement ran to its end.
     *
     * @param isIncomplete whether the server stopped at the source's limit of rows examined
     */
    record Result(SearchPage page, boolean isIncomplete) {}

    Result execute(Connection connection, TicketSource source) throws SQLException {
        return TicketAnswers.read(reference, answers -> execute(connection, source, answers));
    }

    private Result execute(Connection connection, TicketSource source, TicketAnswers answers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(source, answers))) {
            bind(statement, source, answers);
            return result(statement);
        }
    }

    private Result result(PreparedStatement statement) throws SQLException {
        ReferenceNames names = new ReferenceNames(reference);
        List<TicketSummaryView> tickets = new ArrayList<>();
        boolean hasMore = false;
        try (ResultSet row = statement.executeQuery()) {
            while (!hasMore && row.next()) {
                hasMore = tickets.size() == request.limit();
                if (!hasMore) {
                    tickets.add(new TicketSummaryView(TicketFields.read(row, names)));
                }
            }
        }
        SQLWarning warning = statement.getWarnings();
        boolean isIncomplete = warning != null && warning.getErrorCode() == STOPPED_AT_LIMIT;
        return new Result(new SearchPage(tickets, hasMore), isIncomplete);
    }

    private String sql(TicketSource source, TicketAnswers answers) {
        SearchFilter filter = request.filter();
        String order = request.order().columns;
        String rest = STATUS_EXISTS.formatted(statuses())
                + (filter.statusId() == null ? "" : " AND t.status_id = ?")
                + (filter.departmentId() == null ? "" : " AND t.dept_id = ?")
                + OF_REQUESTER.repeat(filter.requesters().size())
                + (filter.userId() == null ? "" : " AND t.user_id = ?")
                + (filter.number() == null ? "" : " AND t.number = ?")
                + VisibilitySql.and("t.dept_id", filter.visible())
                + " ORDER BY " + order + " LIMIT ? OFFSET ?";
        return new TicketPageSql(source.sql(), rest, order, isWhole()).fields(answers) + source.limit();
    }

    /** Rows before the offset would be read in vain. */
    private boolean isWhole() {
        return request.filter().isEmpty() && request.offset() < request.limit();
    }

    private String statuses() {
        String ids = reference.statuses().all().stream()
                .map(status -> Integer.toString(status.id))
                .collect(Collectors.joining(","));
        return ids.isEmpty() ? "NULL" : ids;
    }

    private void bind(PreparedStatement statement, TicketSource source, TicketAnswers answers) throws SQLException {
        int i = 1;
        for (Object value : values(source)) {
            statement.setObject(i++, value);
        }
        i = VisibilitySql.bind(statement, i, request.filter().visible());
        statement.setLong(i++, request.limit() + 1);
        statement.setLong(i++, request.offset());
        answers.bind(statement, i, reference);
    }

    private List<Object> values(TicketSource source) {
        SearchFilter filter = request.filter();
        List<Object> values = new ArrayList<>();
        addIfPresent(values, source.candidates());
        addIfPresent(values, filter.subject() == null ? null : likePattern(filter.subject()));
        addIfPresent(values, filter.statusId());
        addIfPresent(values, filter.departmentId());
        values.addAll(filter.requesters());
        addIfPresent(values, filter.userId());
        addIfPresent(values, filter.number());
        return values;
    }

    private static void addIfPresent(List<Object> values, @Nullable Object value) {
        if (value != null) {
            values.add(value);
        }
    }

    private static String likePattern(String part) {
        return "%" + part.replaceAll("[!%_]", "!$0") + "%";
    }
}
