package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the user's rights to read and write rows by {@code EXPLAIN}, which needs the rights of the explained statement
 * and changes nothing. Roles, wildcards and rights to single columns therefore count as in real use.
 */
final class Rights {
    /** Command denied on a table, on a column; no right in the database. */
    private static final Set<Integer> DENIED = Set.of(1142, 1143, 1044);
    /** A locked table must not delay the check. */
    private static final String EXPLAIN = "SET STATEMENT lock_wait_timeout=2 FOR EXPLAIN ";

    private Rights() {}

    /**
     * @param tables that exist
     * @return table names by missing rights, e.g. {@code INSERT, UPDATE}; in order
     */
    static Map<String, List<String>> missing(
            Connection connection, Collection<NeededTable> tables, String prefix, Purpose purpose) throws SQLException {
        Map<String, List<String>> byRights = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (NeededTable table : tables) {
                String rights = String.join(", ", missing(statement, table, prefix, purpose));
                if (!rights.isEmpty()) {
                    byRights.computeIfAbsent(rights, any -> new ArrayList<>()).add(table.in(prefix));
                }
            }
        }
        return byRights;
    }

    private static List<String> missing(Statement statement, NeededTable table, String prefix, Purpose purpose)
            throws SQLException {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> one : statements(table, prefix, purpose).entrySet()) {
            if (!isAllowed(statement, one.getValue())) {
                missing.add(one.getKey());
            }
        }
        return missing;
    }

    /** A statement for each needed right. */
    private static Map<String, String> statements(NeededTable table, String prefix, Purpose purpose) {
        String name = "`" + table.in(prefix) + "`";
        Map<String, String> statements = new LinkedHashMap<>();
        if (purpose.reads()) {
            String columns = table.columns().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
            statements.put("SELECT", "SELECT " + columns + " FROM " + name + " WHERE 1 = 0");
        }
        purpose.writes(table).chars().forEach(verb -> addWrite((char) verb, table, name, statements));
        return statements;
    }

    private static void addWrite(char verb, NeededTable table, String name, Map<String, String> statements) {
        String last = "`" + table.columns().getLast() + "`";
        switch (verb) {
            case 'I' -> statements.put("INSERT", "INSERT INTO " + name + " () VALUES ()");
            case 'U' -> statements.put("UPDATE", "UPDATE " + name + " SET " + last + " = NULL WHERE 1 = 0");
            default -> statements.put("DELETE", "DELETE FROM " + name + " WHERE 1 = 0");
        }
    }

    /** Any other error of the statement is not about rights. */
    private static boolean isAllowed(Statement statement, String sql) throws SQLException {
        try (ResultSet plan = statement.executeQuery(EXPLAIN + sql)) {
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
                throw e;
            }
            return !DENIED.contains(e.getErrorCode());
        }
    }
}
