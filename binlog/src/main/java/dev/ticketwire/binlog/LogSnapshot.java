package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database as it was at a place of its log.
 *
 * @param connection a transaction with a consistent snapshot, outside the pool
 */
public record LogSnapshot(LogPlace place, Connection connection) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
