package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.delivery.event.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deliveries that wait: rows of {@code ticketwire_webhook_delivery} in state {@code pending}, or {@code requested} by
 * somebody, which keep their place among the others of their ticket.
 */
public final class DeliveryRows {
    private static final int CHUNK = 1_000;
    private static final String INSERT = "INSERT IGNORE INTO ticketwire_webhook_delivery (subscription_id, event_id,"
            + " type, ticket_number, event_time, partition_id, record_offset, state, created) VALUES ";
    private static final String TUPLE = "(?,?,?,?,?,?,?,'pending',?)";
    private static final String RETURNING = " RETURNING id, subscription_id, partition_id, record_offset";

    static final String COLUMNS = "SELECT id, subscription_id, partition_id, record_offset, event_id, ticket_number,"
            + " attempts, first_failure, next_attempt FROM ticketwire_webhook_delivery ";
    private static final String AFTER =
            COLUMNS + "WHERE state IN ('pending', 'requested') AND partition_id = ? AND subscription_id = ? AND id > ?"
                    + " ORDER BY id LIMIT ?";
    private static final String OF_TICKET =
            COLUMNS + "WHERE state IN ('pending', 'requested') AND partition_id = ? AND subscription_id = ? AND id > ?"
                    + " AND id <= ? AND ticket_number <=> ? ORDER BY id LIMIT ?";
    private static final String COUNTS = "SELECT subscription_id, COUNT(*) FROM ticketwire_webhook_delivery"
            + " WHERE state IN ('pending', 'requested') AND partition_id = ? GROUP BY subscription_id";
    private static final String COUNT = "SELECT COUNT(*) FROM ticketwire_webhook_delivery"
            + " WHERE state IN ('pending', 'requested') AND partition_id = ? AND subscription_id = ?";
    private static final String BODY = "SELECT body FROM ticketwire_webhook_delivery WHERE id = ?";

    private DeliveryRows() {}

    private record Key(int subscription, Place place) {}

    /**
     * Inserts deliveries; those of events that the subscription has already been told are left out.
     *
     * @return the inserted ones, in the given order
     */
    public static List<Delivery> insert(Connection connection, List<NewDelivery> rows, Instant now)
            throws SQLException {
        List<Delivery> inserted = new ArrayList<>(rows.size());
        for (int start = 0; start < rows.size(); start += CHUNK) {
            List<NewDelivery> chunk = rows.subList(start, Math.min(rows.size(), start + CHUNK));
            Map<Key, Long> ids = insertChunk(connection, chunk, Times.text(now));
            for (NewDelivery row : chunk) {
                Long id = ids.get(new Key(row.subscription(), row.event().place()));
                if (id != null) {
                    inserted.add(delivery(id, row));
                }
            }
        }
        return inserted;
    }

    private static Map<Key, Long> insertChunk(Connection connection, List<NewDelivery> rows, String now)
            throws SQLException {
        String sql = INSERT + Placeholders.list(rows.size(), TUPLE) + RETURNING;
        Map<Key, Long> ids = HashMap.newHashMap(rows.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (NewDelivery row : rows) {
                index = bind(statement, index, row, now);
            }
            try (ResultSet keys = statement.executeQuery()) {
                while (keys.next()) {
                    ids.put(new Key(keys.getInt(2), new Place(keys.getInt(3), keys.getLong(4))), keys.getLong(1));
                }
            }
        }
        return ids;
    }

    private static int bind(PreparedStatement statement, int first, NewDelivery row, String now) throws SQLException {
        int index = first;
        Event event = row.event();
        statement.setInt(index++, row.subscription());
        statement.setString(index++, event.id());
        statement.setString(index++, event.type());
        statement.setString(index++, event.number().isEmpty() ? null : event.number());
        statement.setString(index++, Times.text(event.time()));
        statement.setInt(index++, event.place().partition());
        statement.setLong(index++, event.place().offset());
        statement.setString(index++, now);
        return index;
    }

    private static Delivery delivery(long id, NewDelivery row) {
        Event event = row.event();
        Place place = event.place();
        return new Delivery(
                id,
                row.subscription(),
                place.partition(),
                place.offset(),
                event.id(),
                event.number(),
                0,
                0,
                null,
                null);
    }

    /** The next waiting deliveries of a subscription in a partition, in their order. */
    public static List<Delivery> after(Connection connection, int partition, int subscription, long id, int most)
            throws SQLException {
        return Statements.list(connection, AFTER, DeliveryRows::delivery, partition, subscription, id, most);
    }

    /** As {@link #after}, of one ticket; empty for those without. @param upTo greatest id */
    public static List<Delivery> ofTicket(
            Connection connection, int partition, int subscription, String ticket, long id, long upTo, int most)
            throws SQLException {
        return Statements.list(
                connection,
                OF_TICKET,
                DeliveryRows::delivery,
                partition,
                subscription,
                id,
                upTo,
                ticket.isEmpty() ? null : ticket,
                most);
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        String ticket = row.getString("ticket_number");
        return new Delivery(
                row.getLong("id"),
                row.getInt("subscription_id"),
                row.getInt("partition_id"),
                row.getObject("record_offset") == null ? null : row.getLong("record_offset"),
                row.getString("event_id"),
                ticket == null ? "" : ticket,
                row.getInt("attempts"),
                // Resuming a subscription clears the first failure: the back-off begins anew.
                row.getObject("first_failure") == null ? 0 : row.getInt("attempts"),
                Times.of(row, "first_failure"),
                Times.of(row, "next_attempt"));
    }

    /** @return the number of waiting deliveries by subscription */
    public static Map<Integer, Integer> counts(Connection connection, int partition) throws SQLException {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Map.Entry<Integer, Integer> entry :
                Statements.list(connection, COUNTS, row -> Map.entry(row.getInt(1), row.getInt(2)), partition)) {
            counts.put(entry.getKey(), entry.getValue());
        }
        return counts;
    }

    /** The number of waiting deliveries of a subscription. */
    public static int count(Connection connection, int partition, int subscription) throws SQLException {
        return Statements.first(connection, COUNT, row -> row.getInt(1), partition, subscription)
                .orElse(0);
    }

    /** The body of a delivery whose event is not in the topic; empty if there is none. */
    public static Optional<byte[]> body(Connection connection, long id) throws SQLException {
        return Statements.first(connection, BODY, row -> Optional.ofNullable(row.getBytes(1)), id)
                .flatMap(body -> body);
    }
}
