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
import org.jspecify.annotations.Nullable;

/** A statement over the tickets that match a filter. The server ends it after eight seconds, with error 1969. */
final class ReportStatement {
    private static final String TIME_LIMIT = "SET STATEMENT max_statement_time=8 FOR ";
    private static final int FETCH_SIZE = 2_000;

    private final String select;
    private final TicketFilter filter;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private String end = "";

    @FunctionalInterface
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** @param select up to the ticket table {@code t}, which comes last */
    ReportStatement(String select, TicketFilter filter) {
        this.select = select;
        this.filter = filter;
    }

    /** Adds the condition that {@code column} is in these dates. */
    ReportStatement inDates(DateRange dates, String column) {
        addBound(column + " >= ?", dates.from());
        addBound(column + " < ?", dates.to());
        return this;
    }

    private void addBound(String condition, @Nullable LocalDate date) {
        if (date != null) {
            and(condition, date.toString());
        }
    }

    /** @param parameters of the condition */
    ReportStatement and(String condition, Object... parameters) {
        conditions.append(" AND ").append(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    /** @param sql what follows the conditions */
    ReportStatement end(String sql) {
        end = " " + sql;
        return this;
    }

    void forEachRow(Connection connection, RowConsumer consumer) throws SQLException {
        String sql = TIME_LIMIT + select + " " + filter.joins() + " WHERE TRUE" + filter.where() + conditions + end;
        try (PreparedStatement statement = connection.prepareStatement(TablePrefix.named(sql))) {
            statement.setFetchSize(FETCH_SIZE);
            int index = filter.bind(statement, 1);
            for (Object value : values) {
                statement.setObject(index++, value);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    consumer.accept(row);
                }
            }
        }
    }
}
