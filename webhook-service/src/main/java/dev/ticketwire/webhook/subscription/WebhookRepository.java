package dev.ticketwire.webhook.subscription;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Insert;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subscriptions, and from where each of them is still to be told. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, Integer> {
    private static final Insert<Position> POSITIONS = Insert.into(
            "ticketwire_webhook_position",
            column("subscription_id", Position::subscription),
            column("partition_id", Position::partition),
            column("next_offset", Position::offset));

    private record Position(int subscription, int partition, long offset) {}

    /** Changes with every change of a subscription that deliveries depend on. */
    record Summary(long count, long revisions, long lastId) {}

    Summary summary() {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery("SELECT COUNT(*), COALESCE(SUM(revision), 0), COALESCE(SUM(id), 0)"
                        + " FROM ticketwire_webhook")
                .getSingleResult();
        return new Summary(number(row[0]), number(row[1]), number(row[2]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    List<Webhook> everyWebhook() {
        return listAll(Sort.by("id"));
    }

    /** In the order of their ids. @param keyId null for those of all keys */
    List<Webhook> page(@Nullable Integer keyId, int after, int limit) {
        return (keyId == null
                        ? find("id > ?1", Sort.by("id"), after)
                        : find("keyId = ?1 and id > ?2", Sort.by("id"), keyId, after))
                .page(0, limit)
                .list();
    }

    long count(int keyId) {
        return count("keyId", keyId);
    }

    /** Reads the row and locks it until the transaction ends. */
    Optional<Webhook> lock(int id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Webhook> byIdempotency(int keyId, String idempotency) {
        return find("keyId = ?1 and idempotency = ?2", keyId, idempotency).firstResultOptional();
    }

    Optional<Webhook> byFingerprint(int keyId, String fingerprint) {
        return find("keyId = ?1 and fingerprint = ?2", Sort.descending("id"), keyId, fingerprint)
                .firstResultOptional();
    }

    /** Stores from which offset of each partition a new subscription is told. */
    void begin(int id, Map<Integer, Long> offsets) {
        List<Position> rows = offsets.entrySet().stream()
                .map(entry -> new Position(id, entry.getKey(), entry.getValue()))
                .toList();
        getSession().doWork(connection -> POSITIONS.execute(connection, rows));
    }

    /** Number of deliveries that are to be made, by subscription; none for 0. */
    Map<Integer, Long> waiting(Collection<Integer> ids) {
        return byId(
                "SELECT subscription_id, COUNT(*) FROM ticketwire_webhook_delivery"
                        + " WHERE state IN ('pending', 'requested') AND subscription_id IN (:ids) GROUP BY subscription_id",
                ids);
    }

    /** Number of partitions of which it has not been told everything yet, by subscription; none for 0. */
    Map<Integer, Long> behind(Collection<Integer> ids) {
        return byId(
                "SELECT o.subscription_id, COUNT(*) FROM ticketwire_webhook_position o"
                        + " JOIN ticketwire_webhook_partition p ON p.partition_id = o.partition_id"
                        + " WHERE o.next_offset < p.next_offset AND o.subscription_id IN (:ids) GROUP BY o.subscription_id",
                ids);
    }

    @SuppressWarnings("unchecked")
    private Map<Integer, Long> byId(String sql, Collection<Integer> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(sql)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> ((Number) row[0]).intValue(), row -> number(row[1])));
    }

    /** Deletes it, and what is still to be told to it. */
    void remove(Webhook row) {
        int id = Objects.requireNonNull(row.id);
        update("DELETE FROM ticketwire_webhook_position WHERE subscription_id = :id", id);
        update(
                "UPDATE ticketwire_webhook_delivery SET state = 'discarded', next_attempt = NULL,"
                        + " settled = UTC_TIMESTAMP(3) WHERE subscription_id = :id AND state IN ('pending', 'requested')",
                id);
        delete(row);
    }

    /** What waits for it is due now, as if it had not failed. */
    void tryAtOnce(int id, Instant now) {
        getEntityManager()
                .createNativeQuery("UPDATE ticketwire_webhook_delivery SET next_attempt = :now, first_failure = NULL"
                        + " WHERE subscription_id = :id AND state IN ('pending', 'requested')")
                .setParameter("now", UtcMillis.text(now))
                .setParameter("id", id)
                .executeUpdate();
    }

    private void update(String sql, int id) {
        getEntityManager().createNativeQuery(sql).setParameter("id", id).executeUpdate();
    }
}
