package dev.ticketwire.command.apply;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Connections that leave the begin of a transaction to the server. From the pool, each transaction would begin and end
 * with a statement that switches that off and on again.
 */
@ApplicationScoped
class BatchConnections {
    /** One that has been idle for longer goes back to the pool, which finds out whether it is still connected. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

    private final AgroalDataSource database;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();

    BatchConnections(AgroalDataSource database) {
        this.database = database;
    }

    private record Idle(Connection connection, long since) {}

    /** {@link #keep} it after the end of its transaction, or close it. */
    Connection take() throws SQLException {
        @Nullable Idle last = idle.pollFirst();
        if (last != null && System.nanoTime() - last.since < LONGEST_IDLE.toNanos()) {
            return last.connection;
        }
        if (last != null) {
            last.connection.close();
        }
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For the next transaction. */
    void keep(Connection connection) {
        idle.addFirst(new Idle(connection, System.nanoTime()));
    }

    @PreDestroy
    void close() throws SQLException {
        for (Idle last = idle.poll(); last != null; last = idle.poll()) {
            last.connection.close();
        }
    }
}
