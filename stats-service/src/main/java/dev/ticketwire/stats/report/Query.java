package dev.ticketwire.stats.report;

import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement over tickets that a filter means, with the caller's values bound. The server ends it after eight seconds
 * (error 1969): what takes longer is not for an API.
 */
final class Query {
    private static final String LIMITED = "SET STATEMENT max_statement_time=8 FOR ";
    private static final int ROWS_AT_ONCE = 2_000;

    private final String select;
    private final TicketFilter filter;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private String end = "";

    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** @param select up to the ticket table {@code t}, which stands last in it */
    Query(String select, TicketFilter filter) {
        this.select = select;
        this.filter = filter;
    }

    /** The days that {@code column} shall be in. */
    Query in(Days days, String column) {
        bound(column + " >= ?", days.from());
        bound(column + " < ?", days.to());
        return this;
    }

    private void bound(String condition, @org.jspecify.annotations.Nullable LocalDate day) {
        if (day != null) {
            and(condition, day.toString());
        }
    }

    Query and(String condition, Object... bound) {
        conditions.append(" AND ").append(condition);
        values.addAll(List.of(bound));
        return this;
    }

    /** What follows the conditions. */
    Query end(String sql) {
        end = " " + sql;
        return this;
    }

    void each(Connection connection, Row reader) throws SQLException {
        String sql = LIMITED + select + " " + filter.joins() + " WHERE TRUE" + filter.where() + conditions + end;
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql))) {
            statement.setFetchSize(ROWS_AT_ONCE);
            int index = filter.bind(statement, 1);
            for (Object value : values) {
                statement.setObject(index++, value);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
