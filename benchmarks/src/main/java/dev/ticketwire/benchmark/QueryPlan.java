package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The server's plan for a statement, one line per table: table, access, index, expected rows, remarks. */
final class QueryPlan {
    private QueryPlan() {}

    static List<String> of(Connection connection, String select) throws SQLException {
        String sql = "EXPLAIN " + select.replaceFirst("^SET STATEMENT .*? FOR ", "");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (row.next()) {
                lines.add(String.format(
                        "    %-18s %-8s %-28s %10s  %s",
                        row.getString("table"),
                        row.getString("type"),
                        row.getString("key"),
                        row.getString("rows"),
                        row.getString("Extra")));
            }
            return lines;
        }
    }
}
