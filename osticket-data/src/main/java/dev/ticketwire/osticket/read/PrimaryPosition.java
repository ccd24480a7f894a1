package dev.ticketwire.osticket.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the primary had committed at an instant. MariaDB writes its binary log before a commit becomes visible, so this
 * is everything that a reader can have seen.
 *
 * @param gtids {@code @@gtid_binlog_pos}; empty without a binary log
 * @param time the primary's {@code NOW(6)}
 */
record PrimaryPosition(String gtids, String time) {
    static PrimaryPosition read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@gtid_binlog_pos, CAST(NOW(6) AS CHAR)")) {
            row.next();
            return new PrimaryPosition(row.getString(1), row.getString(2));
        }
    }

    /** The last transaction of each server in each domain. */
    static Gtids known(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@gtid_binlog_state")) {
            row.next();
            return Gtids.parse(row.getString(1));
        }
    }
}
