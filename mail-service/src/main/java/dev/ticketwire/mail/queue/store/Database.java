package dev.ticketwire.mail.queue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs transactions, and knows since when the database answers. Thread-safe. */
public final class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);

    private final DataSource source;
    private volatile @Nullable String problem;
    private volatile Instant backSince = Instant.MIN;

    public Database(DataSource source) {
        this.source = source;
    }

    /** Statements of one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What the database last answered to a failed transaction; null if the last one succeeded. */
    public @Nullable String problem() {
        return problem;
    }

    /** Whether it has answered for at least this time without a failure. */
    public boolean hasAnsweredFor(Duration time, Instant now) {
        return problem == null && !backSince.isAfter(now.minus(time));
    }

    /** @throws SQLException if it was rolled back, or nobody knows whether it was */
    public <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            T result = committed(connection, work);
            succeeded();
            return result;
        } catch (SQLException e) {
            failed(e);
            throw e;
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean isDone = false;
        try {
            T result = work.on(connection);
            connection.commit();
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf("not rolled back: %s", e.getMessage());
        }
    }

    private void succeeded() {
        if (problem != null) {
            backSince = Instant.now();
            problem = null;
            LOG.info("the database answers the sending of mails again");
        }
    }

    private void failed(SQLException e) {
        if (problem == null) {
            LOG.warnf("mails wait for the database: SQL error %d (state %s)", e.getErrorCode(), e.getSQLState());
        }
        problem = "the database does not do what the sending of mails needs: " + e.getMessage();
    }
}
