package dev.ticketwire.webhook.log;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks for deliveries again: what has ended gets a new row, which the owner of its partition takes up within a second;
 * what still waits is due at once. Several at once are events only, no tests. Blocks.
 */
@ApplicationScoped
class Redelivery {
    /** Of one request. */
    static final int MOST = 10_000;

    private static final int CHUNK = 500;

    private static final String ONE =
            "SELECT id FROM ticketwire_webhook_delivery d WHERE d.subscription_id = ? AND d.id = ?";
    private static final String FAILED = "SELECT d.id FROM ticketwire_webhook_delivery d WHERE d.subscription_id = ?"
            + " AND (d.state = 'failed' OR d.state = 'pending' AND d.attempts > 0) AND d.record_offset IS NOT NULL"
            + " AND d.id > ? AND NOT EXISTS (SELECT 1"
            + " FROM ticketwire_webhook_delivery n WHERE n.subscription_id = d.subscription_id AND n.event_id = d.event_id"
            + " AND n.repeat_number > d.repeat_number) ORDER BY d.id LIMIT " + CHUNK;
    private static final String BETWEEN = "SELECT d.id FROM ticketwire_webhook_delivery d WHERE d.subscription_id = ?"
            + " AND d.id > ? AND d.created >= ? AND d.created < ? AND d.repeat_number = 0"
            + " AND d.record_offset IS NOT NULL ORDER BY d.id LIMIT " + CHUNK;
    private static final String AT_ONCE = "UPDATE ticketwire_webhook_delivery SET state = 'requested', next_attempt = ?"
            + " WHERE state = 'pending' AND id IN :keys";
    private static final String AGAIN = "INSERT IGNORE INTO ticketwire_webhook_delivery (subscription_id, event_id,"
            + " repeat_number, type, ticket_number, event_time, partition_id, record_offset, body, state, next_attempt,"
            + " created) SELECT d.subscription_id, d.event_id, (SELECT MAX(r.repeat_number) + 1 FROM"
            + " ticketwire_webhook_delivery r WHERE r.subscription_id = d.subscription_id AND r.event_id = d.event_id),"
            + " d.type, d.ticket_number, d.event_time, d.partition_id, d.record_offset, d.body, 'requested', ?, ?"
            + " FROM ticketwire_webhook_delivery d WHERE d.state IN ('delivered', 'failed', 'discarded') AND NOT EXISTS"
            + " (SELECT 1 FROM ticketwire_webhook_delivery w WHERE w.subscription_id = d.subscription_id"
            + " AND w.event_id = d.event_id AND w.state IN ('pending', 'requested')) AND d.id IN :keys";
    /** The feed holds them while it inserts: so ids become visible in their order. */
    private static final String PARTITIONS =
            "SELECT partition_id FROM ticketwire_webhook_partition ORDER BY partition_id FOR UPDATE";

    private static final String DISCARD = "UPDATE ticketwire_webhook_delivery SET settled = ?,"
            + " state = IF(state = 'pending', 'discarding', 'discarded')"
            + " WHERE subscription_id = ? AND id = ? AND state IN ('pending', 'requested')";

    private final DataSource database;

    Redelivery(DataSource database) {
        this.database = database;
    }

    /** @return 1. @throws Refused 404 */
    @Transactional
    int one(int subscription, long id) {
        return run(connection -> {
            if (Statements.list(connection, ONE, row -> row.getLong(1), subscription, id)
                    .isEmpty()) {
                throw DeliveryLog.unknown();
            }
            again(connection, List.of(id));
            return 1;
        });
    }

    /** A page of the deliveries that are asked for again. */
    record Chunk(long last, int deliveries, boolean isLast) {}

    /** Those that were given up, or have failed and wait. @param after the last id of the chunk before */
    @Transactional
    Chunk failed(int subscription, long after) {
        return chunk(FAILED, subscription, after);
    }

    /** Those of events that came in this time. Bounds in the database's form. */
    @Transactional
    Chunk between(int subscription, long after, String from, String to) {
        return chunk(BETWEEN, subscription, after, from, to);
    }

    private Chunk chunk(String select, @Nullable Object... values) {
        return run(connection -> {
            List<Long> ids = Statements.list(connection, select, row -> row.getLong(1), values);
            int number = again(connection, ids);
            return new Chunk(ids.isEmpty() ? 0 : ids.getLast(), number, ids.size() < CHUNK);
        });
    }

    private static int again(Connection connection, List<Long> ids) throws SQLException {
        Statements.list(connection, PARTITIONS, row -> row.getInt(1));
        String now = UtcMillis.text(Instant.now());
        int inserted = Statements.change(connection, AGAIN, ids, now, now);
        return inserted + Statements.change(connection, AT_ONCE, ids, now);
    }

    /** @return 1. @throws Refused 404, or 409 if it has ended */
    @Transactional
    int discard(int subscription, long id) {
        return run(connection -> {
            if (Statements.list(connection, ONE, row -> row.getLong(1), subscription, id)
                    .isEmpty()) {
                throw DeliveryLog.unknown();
            }
            if (Statements.update(connection, DISCARD, UtcMillis.text(Instant.now()), subscription, id) == 0) {
                throw Refused.of(ProblemCode.DELIVERY_NOT_WAITING, "The delivery has ended");
            }
            return 1;
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In the current transaction. */
    private <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new WriteFailedException(e);
        }
    }
}
