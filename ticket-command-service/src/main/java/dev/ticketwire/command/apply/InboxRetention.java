package dev.ticketwire.command.apply;

import dev.ticketwire.osticket.sql.Statements;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Deletes finished commands from the inbox after {@code ticketwire.apply.inbox-retention}; failed ones stay until an
 * operator decides. SQL instead of an entity: it deletes many rows, in statements short enough not to delay a batch.
 */
@ApplicationScoped
class InboxRetention {
    private static final Logger LOG = Logger.getLogger(InboxRetention.class);
    private static final int CHUNK = 1000;
    private static final String DELETE = "DELETE FROM ticketwire_command WHERE state IN ('applied', 'rejected')"
            + " AND applied_at < NOW() - INTERVAL ? SECOND ORDER BY applied_at LIMIT " + CHUNK;

    private final AgroalDataSource database;
    private final ApplyConfig config;
    private volatile boolean isStopping;

    InboxRetention(AgroalDataSource database, ApplyConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A failure is harmless: the next run deletes the remaining rows. */
    @Scheduled(
            identity = "inbox-retention",
            every = "10m",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            int deleted = deleteFinished();
            if (deleted > 0) {
                LOG.infof("%d finished commands deleted from the inbox", deleted);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("finished commands could not be deleted, trying again later: %s", e.getMessage());
        }
    }

    /** The scheduler itself starts no further runs; a run in progress ends after its current statement. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        isStopping = true;
    }

    /** @return the number of deleted rows */
    int deleteFinished() throws SQLException {
        long seconds = config.inboxRetention().toSeconds();
        int total = 0;
        try (Connection connection = database.getConnection()) {
            int deleted;
            do {
                deleted = Statements.update(connection, DELETE, seconds);
                total += deleted;
            } while (deleted == CHUNK && !isStopping);
        }
        return total;
    }
}
