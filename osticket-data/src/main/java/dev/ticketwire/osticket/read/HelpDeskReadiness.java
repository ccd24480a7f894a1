package dev.ticketwire.osticket.read;

import dev.ticketwire.osticket.check.DatabaseWatch;
import dev.ticketwire.osticket.check.Findings;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready if the reference data has been read and the database answers and has no problems; otherwise reports them in the
 * sentences of {@link DatabaseWatch}. Liveness checks none of this. A service that works without the database excludes
 * this bean.
 */
@Readiness
@ApplicationScoped
class HelpDeskReadiness implements HealthCheck {
    private static final String GOOD = "can be used";

    private final ReferenceSnapshot snapshot;
    private final HelpDeskReads reads;
    private final DatabaseWatch watch;

    HelpDeskReadiness(ReferenceSnapshot snapshot, HelpDeskReads reads, DatabaseWatch watch) {
        this.snapshot = snapshot;
        this.reads = reads;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        String database = database();
        boolean isRead = snapshot.isAvailable();
        return HealthCheckResponse.named("help desk")
                .withData("reference", isRead ? "read" : "not read yet, or too long ago")
                .withData("database", database)
                .status(isRead && database.equals(GOOD))
                .build();
    }

    private String database() {
        try {
            reads.read(HelpDeskReadiness::answers);
        } catch (ReadFailed e) {
            return "does not answer";
        }
        Findings findings = watch.latest();
        if (findings == null) {
            return "is being looked at";
        }
        return findings.isUsable() ? GOOD : String.join("\n", findings.problems());
    }

    private static boolean answers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            return row.next();
        }
    }
}
