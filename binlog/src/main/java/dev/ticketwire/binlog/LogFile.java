package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A position in a file of the log. */
record LogFile(String name, long position) {
    /** Begins a transaction with a snapshot of the tables at the returned position, and leaves it open. */
    static LogFile ofSnapshot(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        Map<String, String> status = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            try (ResultSet row = statement.executeQuery("SHOW STATUS LIKE 'binlog_snapshot_%'")) {
                while (row.next()) {
                    status.put(row.getString(1), row.getString(2));
                }
            }
        }
        String name = status.getOrDefault("Binlog_snapshot_file", "");
        if (name.isEmpty()) {
            throw new UnreadableBinlogException(
                    Gap.SETTINGS, "the server does not tell where in its log a snapshot stands");
        }
        return new LogFile(name, Long.parseLong(status.getOrDefault("Binlog_snapshot_position", "4")));
    }

    /** @throws UnreadableBinlogException if the file or the position in it is unknown to the server */
    LogPosition position(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT BINLOG_GTID_POS(?, ?), @@global.server_id")) {
            statement.setString(1, name);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                String gtids = row.next() ? row.getString(1) : null;
                if (gtids == null) {
                    throw new UnreadableBinlogException(
                            Gap.RESET, "the log does not have the place " + name + ", " + position + " any more");
                }
                return LogPosition.parse(row.getLong(2), gtids);
            }
        }
    }
}
