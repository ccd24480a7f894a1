package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reserves row ids while the help desk may be in use: inserting and deleting a row with the last id moves the table's
 * counter beyond it. The table is locked meanwhile.
 */
final class IdReservation {
    private final Connection connection;
    private final String prefix;

    IdReservation(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    /** @return the first of {@code count} consecutive ids; 0 if {@code count} is 0 */
    int reserve(String table, String key, int count) throws SQLException {
        if (count == 0) {
            return 0;
        }
        String name = "`" + prefix + table + "`";
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES " + name + " WRITE");
            try {
                int first = next(prefix + table);
                int last = first + count - 1;
                statement.execute("INSERT INTO " + name + " (`" + key + "`) VALUES (" + last + ")");
                statement.execute("DELETE FROM " + name + " WHERE `" + key + "` = " + last);
                return first;
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }
    }

    private int next(String table) throws SQLException {
        String sql = "SELECT auto_increment FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
