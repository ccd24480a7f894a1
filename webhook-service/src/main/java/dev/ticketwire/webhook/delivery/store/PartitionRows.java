package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Column;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far each partition has become deliveries, and whose it is: table {@code ticketwire_webhook_partition}. */
public final class PartitionRows {
    private static final String LOCK = "SELECT partition_id, next_offset, owner FROM ticketwire_webhook_partition"
            + " WHERE partition_id IN :keys ORDER BY partition_id FOR UPDATE";
    private static final String TAKE = "UPDATE ticketwire_webhook_partition SET owner = ? WHERE partition_id = ?";
    private static final Insert<Stored> ROW = Insert.into(
            "ticketwire_webhook_partition",
            Column.column("partition_id", Stored::partition),
            Column.column("next_offset", Stored::next),
            Column.column("owner", Stored::owner));
    private static final Insert<Stored> ADVANCE = ROW.updatingDuplicates("next_offset = VALUES(next_offset)");
    private static final String ANY = "SELECT partition_id FROM ticketwire_webhook_partition LIMIT 1";
    private static final Insert<Stored> BEGIN = ROW.ignoringDuplicates();

    private PartitionRows() {}

    /**
     * A row.
     *
     * @param next the first offset that has not become deliveries
     * @param owner names a process and the time from which it has the partition
     */
    public record Stored(int partition, long next, String owner) {}

    /**
     * Locks partitions until the end of the transaction.
     *
     * @return those that have a row
     */
    public static Map<Integer, Stored> lock(Connection connection, Collection<Integer> partitions) throws SQLException {
        Map<Integer, Stored> found = new HashMap<>();
        Statements.read(
                connection,
                LOCK,
                partitions,
                row -> found.put(row.getInt(1), new Stored(row.getInt(1), row.getLong(2), row.getString(3))));
        return found;
    }

    /**
     * Makes a partition this process's: no transaction of an earlier owner changes it any more.
     *
     * @return null if it has no row
     */
    public static @Nullable Stored take(Connection connection, int partition, String owner) throws SQLException {
        Statements.update(connection, TAKE, owner, partition);
        return lock(connection, List.of(partition)).get(partition);
    }

    /** Whether no partition has a row yet. */
    public static boolean isFirstStart(Connection connection) throws SQLException {
        return Statements.first(connection, ANY, row -> row.getInt(1)).isEmpty();
    }

    /** Makes the rows of those partitions that have none, all or none of them. */
    public static void begin(Connection connection, Map<TopicPartition, Long> next) throws SQLException {
        BEGIN.execute(
                connection,
                next.entrySet().stream()
                        .map(one -> new Stored(one.getKey().partition(), one.getValue(), ""))
                        .toList());
    }

    /** Sets the next offsets of locked partitions. */
    public static void advance(Connection connection, Collection<Stored> next) throws SQLException {
        ADVANCE.execute(connection, next);
    }
}
