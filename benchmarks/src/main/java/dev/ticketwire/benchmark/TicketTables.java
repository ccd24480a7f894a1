package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** osTicket's tables in the running suite's database. */
final class TicketTables {
    private TicketTables() {}

    /** @return the prefix of osTicket's tables, usually {@code ost_} */
    static String prefix(Connection connection) throws SQLException {
        String sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_name LIKE '%ticket\\_status' ORDER BY LENGTH(table_name) LIMIT 1";
        return column(connection, sql).getFirst().replaceAll("ticket_status$", "");
    }

    /** @return up to {@code count} ticket numbers, spread over the table */
    static List<String> someNumbers(Connection connection, int count) throws SQLException {
        String sql = "SELECT number FROM " + prefix(connection) + "ticket ORDER BY RAND() LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, count);
            return column(statement.executeQuery());
        }
    }

    static long tickets(Connection connection) throws SQLException {
        return Long.parseLong(column(connection, "SELECT COUNT(*) FROM " + prefix(connection) + "ticket")
                .getFirst());
    }

    /** @return the first column of all rows */
    static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return column(statement.executeQuery(sql));
        }
    }

    private static List<String> column(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
