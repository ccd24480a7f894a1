package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.read.BackOff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs transactions on the database, and repeats them while it is away: nothing of a delivery is given up because of
 * it. Thread-safe.
 */
public final class Transactions {
    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final DataSource database;
    private volatile @Nullable String problem;

    public Transactions(DataSource database) {
        this.database = database;
    }

    /** Statements of one transaction; may run more than once. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What the database last answered to a failed transaction; null if the last one succeeded. */
    public @Nullable String problem() {
        return problem;
    }

    /** Pauses between the tries of {@link #once}, for those that repeat it themselves. */
    public static BackOff backOff() {
        return new BackOff(FIRST, LONGEST);
    }

    /**
     * Repeats the transaction until it succeeds.
     *
     * @throws InterruptedException if the thread is to stop
     */
    public <T> T untilDone(Work<T> work) throws InterruptedException {
        BackOff backOff = backOff();
        while (true) {
            try {
                return once(work);
            } catch (SQLException e) {
                backOff.pause();
            }
        }
    }

    /**
     * Runs the transaction once.
     *
     * @throws SQLException if it was rolled back, or nobody knows whether it was
     */
    public <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            T result = committed(connection, work);
            if (problem != null) {
                problem = null;
                LOG.info("the database answers deliveries again");
            }
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

    private void failed(SQLException e) {
        if (problem == null) {
            LOG.warnf("deliveries wait for the database: SQL error %d (state %s)", e.getErrorCode(), e.getSQLState());
        }
        problem = "the database does not do what deliveries need: " + e.getMessage();
    }
}
