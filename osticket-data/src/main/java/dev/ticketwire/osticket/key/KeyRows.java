package dev.ticketwire.osticket.key;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys out of their tables. */
final class KeyRows {
    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String SETTINGS =
            ", s.departments, s.addresses, COALESCE(s.sees_notes, 1) AS sees_notes, CAST(s.expires AS CHAR) AS expires,"
                    + " s.requests_per_second, s.in_flight, CAST(u.last_used AS CHAR) AS last_used ";
    private static final String JOINS = " LEFT JOIN ticketwire_key_settings s ON s.key_id = k.id"
            + " LEFT JOIN ticketwire_key_use u ON u.key_id = k.id";
    private static final String FLAGS =
            KeyTerms.PERMISSIONS.stream().map(name -> "k." + name).collect(Collectors.joining(", "));
    /** Of the secret only its beginning leaves the database. */
    private static final String OSTICKETS = TablePrefix.named("SELECT k.id, COALESCE(k.notes, '') AS name,"
            + " k.isactive AS active, k.ipaddr, LEFT(k.apikey, 6) AS prefix, " + FLAGS + SETTINGS + "FROM {api_key} k"
            + JOINS);

    private static final String OWN = "SELECT k.id, k.name, k.active, NULL AS ipaddr, NULL AS prefix, " + FLAGS
            + SETTINGS + "FROM ticketwire_key k" + JOINS;
    private static final String LOCK_OSTICKETS = TablePrefix.named("SELECT id FROM {api_key} WHERE id = ? FOR UPDATE");
    private static final String LOCK_OWN = "SELECT id FROM ticketwire_key WHERE id = ? FOR UPDATE";
    private static final String SECRETS = "SELECT key_id, prefix, CAST(created AS CHAR), CAST(valid_until AS CHAR)"
            + " FROM ticketwire_key_secret WHERE valid_until IS NULL OR valid_until > UTC_TIMESTAMP() ORDER BY valid_until IS NULL, valid_until, created";

    private KeyRows() {}

    static List<KeyRecord> all(Connection connection) throws SQLException {
        Map<Integer, List<KeyRecord.Secret>> secrets = secrets(connection);
        List<KeyRecord> keys = new ArrayList<>();
        read(connection, OSTICKETS + " ORDER BY k.id", null, secrets, keys);
        read(connection, OWN + " ORDER BY k.id", null, secrets, keys);
        return keys;
    }

    static Optional<KeyRecord> one(Connection connection, int id) throws SQLException {
        Map<Integer, List<KeyRecord.Secret>> secrets = secrets(connection);
        List<KeyRecord> keys = new ArrayList<>();
        read(connection, OSTICKETS + " WHERE k.id = ?", id, secrets, keys);
        read(connection, OWN + " WHERE k.id = ?", id, secrets, keys);
        return keys.stream().findFirst();
    }

    /** As {@link #one}, and nobody else changes it until the transaction ends. */
    static Optional<KeyRecord> lock(Connection connection, int id) throws SQLException {
        for (String sql : List.of(LOCK_OSTICKETS, LOCK_OWN)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, id);
                statement.executeQuery().close();
            }
        }
        return one(connection, id);
    }

    private static void read(
            Connection connection,
            String sql,
            @Nullable Integer id,
            Map<Integer, List<KeyRecord.Secret>> secrets,
            List<KeyRecord> keys)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (id != null) {
                statement.setInt(1, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(key(row, secrets));
                }
            }
        }
    }

    private static KeyRecord key(ResultSet row, Map<Integer, List<KeyRecord.Secret>> secrets) throws SQLException {
        int id = row.getInt("id");
        String prefix = row.getString("prefix");
        KeyTerms terms = terms(row);
        List<KeyRecord.Secret> known = prefix == null
                ? secrets.getOrDefault(id, List.of())
                : List.of(new KeyRecord.Secret(prefix, null, null));
        return new KeyRecord(
                id, prefix == null, terms, row.getString("ipaddr"), known, instant(row.getString("last_used")));
    }

    private static KeyTerms terms(ResultSet row) throws SQLException {
        return new KeyTerms(
                row.getString("name"),
                row.getBoolean("active"),
                permissions(row),
                departments(row.getString("departments")),
                split(row.getString("addresses")),
                row.getBoolean("sees_notes"),
                expires(row.getString("expires")),
                number(row.getString("requests_per_second")),
                number(row.getString("in_flight")));
    }

    private static Set<String> permissions(ResultSet row) throws SQLException {
        Set<String> permissions = new HashSet<>();
        for (String permission : KeyTerms.PERMISSIONS) {
            if (row.getInt(permission) != 0) {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    private static Map<Integer, List<KeyRecord.Secret>> secrets(Connection connection) throws SQLException {
        Map<Integer, List<KeyRecord.Secret>> secrets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SECRETS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                secrets.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                        .add(new KeyRecord.Secret(
                                row.getString(2), instant(row.getString(3)), instant(row.getString(4))));
            }
        }
        return secrets;
    }

    /**
     * What somebody wrote by hand and nobody can read is no department, and stays so whatever else is changed: such a key is
     * not accepted until somebody says what it is bound to.
     */
    private static @Nullable List<Integer> departments(@Nullable String text) {
        try {
            return text == null ? null : Departments.parse(text).ids();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** A time that is none, such as a date of zeros, is over. */
    private static @Nullable Instant expires(@Nullable String text) {
        try {
            return instant(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH.plusSeconds(1);
        }
    }

    private static @Nullable List<String> split(@Nullable String text) {
        return text == null ? null : Arrays.asList(text.split(",", -1));
    }

    static @Nullable String joined(@Nullable List<?> values) {
        return values == null ? null : values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : LocalDateTime.parse(text, DATETIME).toInstant(ZoneOffset.UTC);
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : DATETIME.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
