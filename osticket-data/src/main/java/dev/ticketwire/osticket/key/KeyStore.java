package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and changes keys, each change in a transaction of its own. Blocks. */
@ApplicationScoped
public class KeyStore {
    private static final String FLAGS =
            KeyTerms.PERMISSIONS.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    private static final String CHANGE_OSTICKETS =
            TablePrefix.named("UPDATE {api_key} SET isactive = ?, " + FLAGS + ", updated = NOW() WHERE id = ?");
    private static final String CHANGE_OWN =
            "UPDATE ticketwire_key SET active = ?, " + FLAGS + ", name = ? WHERE id = ?";
    private static final String ADD =
            "INSERT INTO ticketwire_key (name, created) VALUES (?, UTC_TIMESTAMP()) RETURNING id";
    private static final String SETTINGS = "REPLACE INTO ticketwire_key_settings"
            + " (key_id, departments, addresses, sees_notes, expires, requests_per_second, in_flight)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_SECRET = "INSERT INTO ticketwire_key_secret (digest, key_id, prefix, created)"
            + " VALUES (?, ?, ?, UTC_TIMESTAMP())";
    private static final String END_SECRETS =
            "UPDATE ticketwire_key_secret SET valid_until = UTC_TIMESTAMP() + INTERVAL ? SECOND"
                    + " WHERE key_id = ? AND (valid_until IS NULL OR valid_until > UTC_TIMESTAMP() + INTERVAL ? SECOND)";
    private static final String FORGET_SECRETS =
            "DELETE FROM ticketwire_key_secret WHERE key_id = ? AND valid_until < UTC_TIMESTAMP()";
    private static final List<String> DELETE = List.of(
            "DELETE FROM ticketwire_key_secret WHERE key_id = ?",
            "DELETE FROM ticketwire_key_settings WHERE key_id = ?",
            "DELETE FROM ticketwire_key_use WHERE key_id = ?",
            "DELETE FROM ticketwire_key WHERE id = ?");
    private static final String USED = "INSERT INTO ticketwire_key_use (key_id, last_used) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE last_used = GREATEST(last_used, VALUES(last_used))";

    private final AgroalDataSource database;

    KeyStore(AgroalDataSource database) {
        this.database = database;
    }

    /** osTicket's by id, then Ticketwire's own by id. */
    public List<KeyRecord> all() {
        return transaction(KeyRows::all);
    }

    /** Makes a key of Ticketwire's own. */
    public KeyRecord add(KeyTerms terms, KeySecret secret) {
        return transaction(connection -> {
            int id = added(connection, terms.name());
            write(connection, id, true, terms);
            addSecret(connection, id, secret);
            return KeyRows.one(connection, id).orElseThrow();
        });
    }

    /** @return as it is afterwards; empty if there is no such key */
    public Optional<KeyRecord> change(int id, UnaryOperator<KeyTerms> change) {
        return transaction(connection -> {
            Optional<KeyRecord> before = KeyRows.lock(connection, id);
            if (before.isPresent()) {
                write(
                        connection,
                        id,
                        before.get().isOwn(),
                        change.apply(before.get().terms()));
            }
            return KeyRows.one(connection, id);
        });
    }

    /**
     * Gives a key of Ticketwire's own another secret.
     *
     * @param overlap how long those it has remain valid
     * @return as it is afterwards; empty if there is no such key
     */
    public Optional<KeyRecord> rotate(int id, KeySecret secret, Duration overlap) {
        return transaction(connection -> {
            if (KeyRows.lock(connection, id).filter(KeyRecord::isOwn).isEmpty()) {
                return Optional.empty();
            }
            run(connection, FORGET_SECRETS, id);
            run(connection, END_SECRETS, overlap.toSeconds(), id, overlap.toSeconds());
            addSecret(connection, id, secret);
            return KeyRows.one(connection, id);
        });
    }

    /** Removes a key of Ticketwire's own; one of osTicket's is switched off and stays. @return false if there is no such key */
    public boolean revoke(int id) {
        return transaction(connection -> {
            Optional<KeyRecord> key = KeyRows.lock(connection, id);
            if (key.isEmpty()) {
                return false;
            }
            if (key.get().isOwn()) {
                for (String sql : DELETE) {
                    run(connection, sql, id);
                }
            } else {
                write(connection, id, false, key.get().terms().inactive());
            }
            return true;
        });
    }

    /** Remembers when keys were last used. */
    public void used(Map<Integer, Instant> times) {
        transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(USED)) {
                for (Map.Entry<Integer, Instant> time : times.entrySet()) {
                    statement.setInt(1, time.getKey());
                    statement.setString(2, KeyRows.text(time.getValue()));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return true;
        });
    }

    private static int added(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void addSecret(Connection connection, int id, KeySecret secret) throws SQLException {
        run(connection, ADD_SECRET, secret.digest(), id, secret.prefix());
    }

    private static void write(Connection connection, int id, boolean isOwn, KeyTerms terms) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(isOwn ? CHANGE_OWN : CHANGE_OSTICKETS)) {
            int i = 1;
            statement.setBoolean(i++, terms.isActive());
            for (String permission : KeyTerms.PERMISSIONS) {
                statement.setBoolean(i++, terms.permissions().contains(permission));
            }
            if (isOwn) {
                statement.setString(i++, terms.name());
            }
            statement.setInt(i, id);
            statement.executeUpdate();
        }
        run(
                connection,
                SETTINGS,
                id,
                KeyRows.joined(terms.departments()),
                KeyRows.joined(terms.addresses()),
                terms.seesNotes(),
                KeyRows.text(terms.expires()),
                terms.requestsPerSecond(),
                terms.inFlight());
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new KeyStoreFailed(e);
        }
    }
}
