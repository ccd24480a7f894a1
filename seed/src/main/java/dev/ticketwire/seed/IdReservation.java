package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Takes ids of rows away from everybody else. The help desk may be at work: a row with the last id moves the table's
 * counter beyond it, and is deleted. Meanwhile the table is locked, so nobody else takes an id.
 */
final class IdReservation {
    private final Connection connection;
    private final String prefix;

    IdReservation(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    /** @return the first of {@code count} ids that follow one another; 0 if there are none to reserve */
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
