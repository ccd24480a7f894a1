package dev.ticketwire.command.apply;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets finished commands after {@code ticketwire.apply.inbox-retention}; failed ones stay until an operator decides. */
@ApplicationScoped
class InboxRetention {
    private static final Logger LOG = Logger.getLogger(InboxRetention.class);
    private static final int CHUNK = 1000;

    private final AgroalDataSource database;
    private final ApplyConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("inbox-retention").unstarted(task));

    InboxRetention(AgroalDataSource database, ApplyConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::forgetQuietly, 10, 600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** @return how many rows were forgotten */
    int forget() throws SQLException {
        String sql = "DELETE FROM ticketwire_command WHERE state IN ('applied', 'rejected')"
                + " AND applied_at < NOW() - INTERVAL ? SECOND ORDER BY applied_at LIMIT " + CHUNK;
        int forgotten = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, config.inboxRetention().toSeconds());
            int deleted;
            do {
                deleted = statement.executeUpdate();
                forgotten += deleted;
            } while (deleted == CHUNK);
        }
        return forgotten;
    }

    private void forgetQuietly() {
        try {
            int forgotten = forget();
            if (forgotten > 0) {
                LOG.infof("%d finished commands forgotten", forgotten);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("the inbox could not be swept, trying again later: %s", e.getMessage());
        }
    }
}
