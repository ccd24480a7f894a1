package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Column;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Subscriptions that are not as far as their partition: table {@code ticketwire_webhook_position}. */
public final class PositionRows {
    private static final String OF_PARTITION =
            "SELECT subscription_id, next_offset FROM ticketwire_webhook_position WHERE partition_id = ?";
    private static final String DELETE =
            "DELETE FROM ticketwire_webhook_position WHERE partition_id = ? AND subscription_id IN :keys";
    private static final String RESET = "UPDATE ticketwire_webhook_position SET next_offset = ?"
            + " WHERE partition_id = ? AND (next_offset < ? OR next_offset > ?)";
    private static final Insert<Position> ROW = Insert.into(
                    "ticketwire_webhook_position",
                    Column.column("subscription_id", Position::subscription),
                    Column.column("partition_id", Position::partition),
                    Column.column("next_offset", Position::next))
            .updatingDuplicates("next_offset = VALUES(next_offset)");

    /** @param next the first offset that the subscription has not been told of */
    public record Position(int subscription, int partition, long next) {}

    private PositionRows() {}

    /** @return next offsets by subscription */
    public static Map<Integer, Long> of(Connection connection, int partition) throws SQLException {
        Map<Integer, Long> positions = new HashMap<>();
        for (Position position : Statements.list(
                connection, OF_PARTITION, row -> new Position(row.getInt(1), partition, row.getLong(2)), partition)) {
            positions.put(position.subscription(), position.next());
        }
        return positions;
    }

    /** Adds or changes positions. */
    public static void put(Connection connection, Collection<Position> positions) throws SQLException {
        ROW.execute(connection, positions);
    }

    /** These are as far as the partition. */
    public static void delete(Connection connection, int partition, Collection<Integer> subscriptions)
            throws SQLException {
        Statements.change(connection, DELETE, subscriptions, partition);
    }

    /** The partition has records from {@code first} to {@code end} only. */
    public static void reset(Connection connection, int partition, long first, long end) throws SQLException {
        Statements.update(connection, RESET, first, partition, first, end);
    }
}
