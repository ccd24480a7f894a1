package dev.ticketwire.osticket.read;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the reference data was read, the database answers and Ticketwire's migration was run; the answer names what
 * is missing. Liveness asks for none of it. A service that works without the database leaves this bean out.
 */
@Readiness
@ApplicationScoped
class HelpDeskReadiness implements HealthCheck {
    private static final int MIGRATION = 4;
    private static final int NO_SUCH_TABLE = 1146;
    private static final String MIGRATED = "migrated";
    private static final String IS_MIGRATED =
            "SELECT 1 FROM ticketwire_schema_history WHERE version = '" + MIGRATION + "' AND success = 1";

    private final ReferenceSnapshot snapshot;
    private final HelpDeskReads reads;

    HelpDeskReadiness(ReferenceSnapshot snapshot, HelpDeskReads reads) {
        this.snapshot = snapshot;
        this.reads = reads;
    }

    @Override
    public HealthCheckResponse call() {
        String database = database();
        boolean isRead = snapshot.isAvailable();
        return HealthCheckResponse.named("help desk")
                .withData("reference", isRead ? "read" : "not read yet, or too long ago")
                .withData("database", database)
                .status(isRead && database.equals(MIGRATED))
                .build();
    }

    private String database() {
        try {
            return reads.read(HelpDeskReadiness::isMigrated) ? MIGRATED : missing();
        } catch (ReadFailed e) {
            return e.getCause() instanceof SQLException sql && sql.getErrorCode() == NO_SUCH_TABLE
                    ? missing()
                    : "does not answer";
        }
    }

    private static String missing() {
        return "migration " + MIGRATION + " is missing: run ./ticketwire migrate";
    }

    private static boolean isMigrated(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_MIGRATED);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }
}
