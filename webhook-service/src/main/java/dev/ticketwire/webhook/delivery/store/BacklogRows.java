package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** How old what waits is. */
public final class BacklogRows {
    private static final String FIRST = "SELECT subscription_id, MIN(id) FROM ticketwire_webhook_delivery"
            + " WHERE state IN ('pending', 'requested') AND partition_id = ? GROUP BY subscription_id";
    private static final String CREATED =
            "SELECT MIN(created) AS created FROM ticketwire_webhook_delivery WHERE id IN :keys";

    private BacklogRows() {}

    /**
     * When the oldest waiting delivery was made.
     *
     * @param counts which subscriptions matter
     * @return empty if nothing waits
     */
    public static Optional<Instant> oldest(Connection connection, Set<Integer> partitions, IntPredicate counts)
            throws SQLException {
        List<Long> first = new ArrayList<>();
        for (int partition : partitions) {
            Statements.list(
                    connection, FIRST, row -> counts.test(row.getInt(1)) && first.add(row.getLong(2)), partition);
        }
        List<Instant> oldest = new ArrayList<>();
        Statements.read(connection, CREATED, first, row -> {
            Instant created = Times.of(row, "created");
            if (created != null) {
                oldest.add(created);
            }
        });
        return oldest.stream().findFirst();
    }
}
