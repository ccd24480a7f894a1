package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Deletes what is no longer kept, in statements that are short enough to delay nobody. */
public final class OldRows {
    private static final int CHUNK = 1_000;
    private static final String ATTEMPTS =
            "DELETE FROM ticketwire_webhook_attempt WHERE started < ? ORDER BY started LIMIT " + CHUNK;
    private static final String DELIVERIES = "DELETE FROM ticketwire_webhook_delivery WHERE created < ?"
            + " AND settled < ? AND state IN ('delivered', 'failed', 'discarded') ORDER BY created LIMIT " + CHUNK;
    private static final String ORPHANS = "SELECT DISTINCT d.subscription_id FROM ticketwire_webhook_delivery d"
            + " LEFT JOIN ticketwire_webhook w ON w.id = d.subscription_id WHERE w.id IS NULL";
    private static final String ORPHANED_ATTEMPTS =
            "DELETE FROM ticketwire_webhook_attempt WHERE subscription_id = ? LIMIT " + CHUNK;
    private static final String ORPHANED_DELIVERIES =
            "DELETE FROM ticketwire_webhook_delivery WHERE subscription_id = ? LIMIT " + CHUNK;
    private static final String ORPHANED_POSITIONS = "DELETE p FROM ticketwire_webhook_position p"
            + " LEFT JOIN ticketwire_webhook w ON w.id = p.subscription_id WHERE w.id IS NULL";

    private OldRows() {}

    /**
     * Deletes one chunk of what was settled before {@code time}.
     *
     * @return whether there may be more
     */
    public static boolean deleteBefore(Connection connection, Instant time) throws SQLException {
        int attempts = Statements.update(connection, ATTEMPTS, Times.text(time));
        int deliveries = Statements.update(connection, DELIVERIES, Times.text(time), Times.text(time));
        return attempts == CHUNK || deliveries == CHUNK;
    }

    /** Subscriptions that do not exist and have deliveries. */
    public static List<Integer> orphans(Connection connection) throws SQLException {
        Statements.update(connection, ORPHANED_POSITIONS);
        return Statements.list(connection, ORPHANS, row -> row.getInt(1));
    }

    /** As {@link #deleteBefore}, of a subscription that does not exist. */
    public static boolean deleteOrphan(Connection connection, int subscription) throws SQLException {
        int attempts = Statements.update(connection, ORPHANED_ATTEMPTS, subscription);
        int deliveries = Statements.update(connection, ORPHANED_DELIVERIES, subscription);
        return attempts == CHUNK || deliveries == CHUNK;
    }
}
