package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of the database and their columns, as far as the user may see them. */
final class Tables {
    private static final String TABLES = "SELECT table_name, engine, create_options, table_type"
            + " FROM information_schema.tables WHERE table_schema = DATABASE()";
    private static final String COLUMNS =
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()";

    private Tables() {}

    /**
     * @param engine null for a view, and for a table that the server cannot open
     * @param options given when it was created, e.g. {@code row_format=FIXED}
     */
    record Table(String name, @Nullable String engine, String options, boolean isView) {
        boolean isInnoDb() {
            return "InnoDB".equalsIgnoreCase(engine);
        }

        /**
         * The statement that converts it to InnoDB. Names a row format if InnoDB lacks the table's: the statement would
         * fail in strict mode.
         */
        String conversion() {
            boolean foreign = options.toLowerCase(Locale.ROOT).matches(".*row_format=(fixed|page).*");
            return "ALTER TABLE `" + name + "` ENGINE=InnoDB" + (foreign ? " ROW_FORMAT=DYNAMIC;" : ";");
        }
    }

    /** By name, in order. */
    static Map<String, Table> all(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.put(rows.getString(1), table(rows));
            }
        }
        return tables;
    }

    private static Table table(ResultSet row) throws SQLException {
        String options = row.getString(3);
        return new Table(
                row.getString(1), row.getString(2), options == null ? "" : options, "VIEW".equals(row.getString(4)));
    }

    /** Names of columns in lower case, by the table's name. */
    static Map<String, Set<String>> columns(Connection connection) throws SQLException {
        Map<String, Set<String>> columns = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new HashSet<>())
                        .add(rows.getString(2).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
