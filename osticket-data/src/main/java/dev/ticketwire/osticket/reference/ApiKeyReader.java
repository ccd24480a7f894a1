package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads osTicket's key table and Ticketwire's own keys. The plugin's permission columns may be missing. The permissions
 * to read and update then follow {@code can_create_tickets}, but only if the <em>column</em> is missing, not if its
 * value is 0 or NULL.
 */
final class ApiKeyReader {
    /** Tables of keys besides osTicket's, without a prefix. */
    static final List<String> OWN_TABLES =
            List.of("ticketwire_key", "ticketwire_key_secret", "ticketwire_key_settings");

    private static final String CREATE = "can_create_tickets";
    private static final List<String> LEGACY = List.of("can_read_tickets", "can_update_tickets");
    private static final String OSTICKET = TablePrefix.named("SELECT * FROM {api_key} ORDER BY id");
    private static final String OWN = "SELECT * FROM ticketwire_key ORDER BY id";
    private static final String SECRETS =
            "SELECT key_id, digest, CAST(valid_until AS CHAR) FROM ticketwire_key_secret ORDER BY key_id, digest";

    private ApiKeyReader() {}

    /** A row, without its settings. */
    private record Row(int id, List<ApiKey.Secret> secrets, String address, boolean active, Set<String> granted) {}

    static List<ApiKey> read(Connection connection) throws SQLException {
        List<Row> rows = osTickets(connection);
        rows.addAll(own(connection));
        // Read last, so that a key that is activated and restricted at the same time is never seen without its
        // restrictions.
        Map<Integer, StoredKeySettings> settings = StoredKeySettings.read(connection);
        return rows.stream().map(row -> key(row, settings)).toList();
    }

    private static List<Row> osTickets(Connection connection) throws SQLException {
        List<Row> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OSTICKET);
                ResultSet rows = statement.executeQuery()) {
            Set<String> columns = permissions(rows.getMetaData());
            while (rows.next()) {
                ApiKey.Secret secret = new ApiKey.Secret(SecretDigest.of(rows.getString("apikey")), null);
                all.add(new Row(
                        rows.getInt("id"),
                        List.of(secret),
                        rows.getString("ipaddr"),
                        rows.getBoolean("isactive"),
                        granted(rows, columns)));
            }
        }
        return all;
    }

    private static List<Row> own(Connection connection) throws SQLException {
        Map<Integer, List<ApiKey.Secret>> secrets = secrets(connection);
        List<Row> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OWN);
                ResultSet rows = statement.executeQuery()) {
            Set<String> columns = permissions(rows.getMetaData());
            while (rows.next()) {
                int id = rows.getInt("id");
                all.add(new Row(
                        id,
                        secrets.getOrDefault(id, List.of()),
                        "0.0.0.0",
                        rows.getBoolean("active"),
                        granted(rows, columns)));
            }
        }
        return all;
    }

    /** One of osTicket's has no settings until somebody gives it some; one of our own that has none is not complete. */
    private static ApiKey key(Row row, Map<Integer, StoredKeySettings> all) {
        StoredKeySettings usual = row.id < ApiKey.OWN ? StoredKeySettings.NONE : StoredKeySettings.UNREADABLE;
        StoredKeySettings settings = all.getOrDefault(row.id, usual);
        return new ApiKey(
                row.id,
                row.secrets,
                settings.addresses() == null ? List.of(row.address) : settings.addresses(),
                settings.addresses() == null && row.id < ApiKey.OWN,
                row.active && settings.isReadable(),
                row.granted,
                settings.settings());
    }

    private static Map<Integer, List<ApiKey.Secret>> secrets(Connection connection) throws SQLException {
        Map<Integer, List<ApiKey.Secret>> secrets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SECRETS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                secrets.computeIfAbsent(rows.getInt(1), id -> new ArrayList<>())
                        .add(new ApiKey.Secret(rows.getString(2), until(rows.getString(3))));
            }
        }
        return secrets;
    }

    /** A time that nobody can read is over. */
    private static @Nullable Instant until(@Nullable String text) {
        try {
            return StoredKeySettings.instant(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Set<String> permissions(ResultSetMetaData columns) throws SQLException {
        Set<String> names = new HashSet<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (name.startsWith("can_")) {
                names.add(name);
            }
        }
        return names;
    }

    private static Set<String> granted(ResultSet row, Set<String> columns) throws SQLException {
        Set<String> granted = new HashSet<>();
        for (String column : columns) {
            if (row.getInt(column) != 0) {
                granted.add(column);
            }
        }
        if (granted.contains(CREATE)) {
            LEGACY.stream().filter(column -> !columns.contains(column)).forEach(granted::add);
        }
        return Set.copyOf(granted);
    }
}
