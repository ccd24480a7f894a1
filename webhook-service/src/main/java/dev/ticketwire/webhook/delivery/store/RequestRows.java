package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What people ask of deliveries: again (state {@code requested}), or not at all ({@code discarding}). */
public final class RequestRows {
    private static final String SUBSCRIPTIONS = "SELECT DISTINCT subscription_id FROM ticketwire_webhook_delivery"
            + " WHERE state = 'requested' AND partition_id IN :keys";
    private static final String REQUESTED = DeliveryRows.COLUMNS
            + "WHERE state = 'requested' AND partition_id = ? AND subscription_id = ? ORDER BY id LIMIT ? FOR UPDATE";
    private static final String TAKE = "UPDATE ticketwire_webhook_delivery SET state = 'pending', next_attempt = NULL"
            + " WHERE state = 'requested' AND id IN :keys";
    private static final String DISCARDING =
            DeliveryRows.COLUMNS + "WHERE state = 'discarding' AND partition_id IN :keys LIMIT 500";
    private static final String DISCARD = "UPDATE ticketwire_webhook_delivery SET state = 'discarded', settled = ?,"
            + " next_attempt = NULL WHERE state = 'discarding' AND id IN :keys";

    private RequestRows() {}

    /** Subscriptions of which something was asked for again. */
    public static List<Integer> subscriptions(Connection connection, Collection<Integer> partitions)
            throws SQLException {
        return Statements.ids(connection, SUBSCRIPTIONS, partitions);
    }

    /**
     * Turns requested deliveries of a subscription into waiting ones.
     *
     * @param most of each partition
     */
    public static List<Delivery> take(Connection connection, Collection<Integer> partitions, int subscription, int most)
            throws SQLException {
        List<Delivery> taken = new ArrayList<>();
        for (int partition : partitions) {
            taken.addAll(Statements.list(connection, REQUESTED, DeliveryRows::delivery, partition, subscription, most));
        }
        Statements.change(connection, TAKE, taken.stream().map(Delivery::id).toList());
        return taken;
    }

    /** Waiting deliveries that nobody wants any more. */
    public static List<Delivery> discarding(Connection connection, Collection<Integer> partitions) throws SQLException {
        List<Delivery> found = new ArrayList<>();
        Statements.read(connection, DISCARDING, partitions, row -> found.add(DeliveryRows.delivery(row)));
        return found;
    }

    /** They will not be sent. */
    public static void discard(Connection connection, Collection<Delivery> deliveries, Instant now)
            throws SQLException {
        Statements.change(
                connection, DISCARD, deliveries.stream().map(Delivery::id).toList(), Times.text(now));
    }
}
