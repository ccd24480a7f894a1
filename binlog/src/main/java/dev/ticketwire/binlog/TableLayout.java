package dev.ticketwire.binlog;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions of a table's columns, because the log contains no names.
 *
 * @param columns number of columns
 * @param places positions of the wanted columns
 */
record TableLayout(String database, String table, int columns, List<Integer> places) {
    private static final String COLUMNS = """
            SELECT c.column_name, t.engine FROM information_schema.columns c
              JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND c.table_name = ? ORDER BY c.ordinal_position""";

    /** @throws UnreadableBinlogException if the table or a column is missing, or the table's engine has no snapshots */
    static TableLayout read(Connection connection, String table, List<String> wanted) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                    if (!"InnoDB".equalsIgnoreCase(row.getString(2))) {
                        throw new UnreadableBinlogException(table + " is not kept by InnoDB");
                    }
                }
            }
        }
        List<Integer> places = wanted.stream().map(names::indexOf).toList();
        if (places.contains(-1)) {
            throw new UnreadableBinlogException(table + " lacks a column of " + wanted);
        }
        return new TableLayout(connection.getCatalog(), table, names.size(), places);
    }

    @Nullable
    Serializable[] values(@Nullable Serializable[] row) {
        @Nullable Serializable[] values = new Serializable[places.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[places.get(i)];
        }
        return values;
    }
}
