package dev.ticketwire.webhook.delivery;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.selection.Selection;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestSql;
import dev.ticketwire.webhook.send.Target;
import dev.ticketwire.webhook.subscription.LockConflicts;
import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscription.State;
import dev.ticketwire.webhook.subscription.Subscriptions;
import java.net.URI;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Subscriptions of a test: their state is in the database, as in production; what they select, in memory. */
final class TestWebhooks implements Subscriptions {
    private final Database database;
    private final Map<Integer, Selection> selections = new ConcurrentHashMap<>();
    private volatile Map<Integer, Subscription> all = Map.of();
    private volatile long version = 1;

    TestWebhooks(Database database) {
        this.database = database;
    }

    /** Adds an active one that is told everything from now on, or from the given offsets on. */
    int add(Map<Integer, Long> positions) throws SQLException {
        return add(positions, Map.of());
    }

    /** @param filter parameters of a selection */
    int add(Map<Integer, Long> positions, Map<String, List<String>> filter) throws SQLException {
        int id = 1 + selections.size();
        Identity caller = new Identity(1, Departments.ALL, true);
        selections.put(id, Selection.of(filter, caller, () -> {
            throw new IllegalStateException("no filter needs it");
        }));
        TestSql.execute(
                database,
                "INSERT INTO ticketwire_webhook (id, key_id, filter, sealed, state, revision, fingerprint, created,"
                        + " changed) VALUES (" + id
                        + ", 1, '', '', 'active', 1, '', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))");
        for (Map.Entry<Integer, Long> position : positions.entrySet()) {
            TestSql.execute(
                    database,
                    "INSERT INTO ticketwire_webhook_position VALUES (" + id + ", " + position.getKey() + ", "
                            + position.getValue() + ")");
        }
        refresh();
        return id;
    }

    void pause(int id) throws SQLException {
        change(id, "state = 'paused', reason = 'owner'");
    }

    void resume(int id) throws SQLException {
        // As the service does: the engine may hold the same rows.
        LockConflicts.retried(() -> execute("UPDATE ticketwire_webhook_delivery SET first_failure = NULL,"
                + " next_attempt = UTC_TIMESTAMP(3) WHERE state = 'pending' AND subscription_id = " + id));
        change(id, "state = 'active', reason = NULL, failing_since = NULL");
    }

    private boolean execute(String sql) {
        try {
            TestSql.execute(database, sql);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(int id, String assignments) throws SQLException {
        TestSql.execute(
                database,
                "UPDATE ticketwire_webhook SET " + assignments + ", revision = revision + 1 WHERE id = " + id);
        refresh();
    }

    /** @return the column's value in the database */
    String stored(int id, String column) {
        try {
            return String.valueOf(
                    TestSql.texts(database, "SELECT " + column + " FROM ticketwire_webhook WHERE id = " + id)
                            .getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void refresh() {
        try {
            Map<Integer, Subscription> now = new TreeMap<>();
            for (String row :
                    TestSql.texts(database, "SELECT CONCAT(id, ' ', revision, ' ', state) FROM ticketwire_webhook")) {
                Subscription read = subscription(row.split(" "));
                now.put(read.id(), read);
            }
            if (!now.equals(all)) {
                all = now;
                version++;
            }
        } catch (SQLException e) {
            // The database is away, as some tests want it: the last copy serves.
        }
    }

    private Subscription subscription(String[] row) {
        int id = Integer.parseInt(row[0]);
        return new Subscription(
                id,
                Integer.parseInt(row[1]),
                1,
                State.valueOf(row[2].toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(selections.get(id)),
                target(id),
                null);
    }

    private final Map<Integer, Target> targets = new ConcurrentHashMap<>();

    private Target target(int id) {
        return targets.computeIfAbsent(
                id, key -> new Target(URI.create("http://receiver/" + key), Map.of(), List.of()));
    }

    @Override
    public Collection<Subscription> all() {
        return all.values();
    }

    @Override
    public @Nullable Subscription get(int id) {
        return all.get(id);
    }

    @Override
    public long version() {
        return version;
    }
}
