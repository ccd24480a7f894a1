package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What deliveries write into subscriptions' rows. A changed state has a new revision. */
public final class WebhookRows {
    private static final String GONE = "UPDATE ticketwire_webhook SET state = 'disabled', reason = 'gone',"
            + " revision = revision + 1, changed = ? WHERE state = 'active' AND id IN :keys";
    private static final String FAILING = "UPDATE ticketwire_webhook SET state = 'paused', reason = 'failing',"
            + " revision = revision + 1, changed = ? WHERE state = 'active' AND failing_since <= ? AND id IN :keys";
    private static final String SUCCEEDED =
            "UPDATE ticketwire_webhook SET last_success = ?, failing_since = ? WHERE id = ?";
    private static final String FAILED =
            "UPDATE ticketwire_webhook SET failing_since = COALESCE(failing_since, ?) WHERE id = ?";
    private static final String MISSED = "UPDATE ticketwire_webhook"
            + " SET missed_since = COALESCE(missed_since, last_success, created) WHERE id IN :keys";

    private WebhookRows() {}

    /**
     * How a receiver has done since the last time this was written.
     *
     * @param lastSuccess null if there was none
     * @param failingSince the first failure after it, null if there was none
     */
    public record Health(
            @Nullable Instant lastSuccess, @Nullable Instant failingSince) {}

    /** Their receivers want no more. */
    public static void gone(Connection connection, Collection<Integer> subscriptions, Instant now) throws SQLException {
        Statements.change(connection, GONE, subscriptions, Times.text(now));
    }

    /** Events may be missing, because the topic no longer had them. */
    public static void missed(Connection connection, Collection<Integer> subscriptions) throws SQLException {
        Statements.change(connection, MISSED, subscriptions);
    }

    /** Writes the health of receivers, and pauses those that have failed for {@code longest} without a success. */
    public static void health(Connection connection, Map<Integer, Health> all, Duration longest, Instant now)
            throws SQLException {
        try (PreparedStatement succeeded = connection.prepareStatement(SUCCEEDED);
                PreparedStatement failed = connection.prepareStatement(FAILED)) {
            int successes = 0;
            int failures = 0;
            for (Map.Entry<Integer, Health> entry : all.entrySet()) {
                Health health = entry.getValue();
                if (health.lastSuccess() != null) {
                    succeeded.setString(1, Times.text(health.lastSuccess()));
                    succeeded.setString(2, Times.textOrNull(health.failingSince()));
                    succeeded.setInt(3, entry.getKey());
                    succeeded.addBatch();
                    successes++;
                } else if (health.failingSince() != null) {
                    failed.setString(1, Times.text(health.failingSince()));
                    failed.setInt(2, entry.getKey());
                    failed.addBatch();
                    failures++;
                }
            }
            if (successes > 0) {
                succeeded.executeBatch();
            }
            if (failures > 0) {
                failed.executeBatch();
            }
        }
        Statements.change(connection, FAILING, all.keySet(), Times.text(now), Times.text(now.minus(longest)));
    }
}
