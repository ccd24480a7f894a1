package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the key table as it is: the plugin's permission columns may be missing. Only where the <em>column</em> is
 * missing do read and update follow {@code can_create_tickets}; a 0 or NULL never falls back. Then Ticketwire's own keys.
 */
final class ApiKeys {
    /** Tables of keys besides osTicket's, without a prefix. */
    static final List<String> OWN_TABLES =
            List.of("ticketwire_key", "ticketwire_key_secret", "ticketwire_key_settings");

    private static final String CREATE = "can_create_tickets";
    private static final List<String> LEGACY = List.of("can_read_tickets", "can_update_tickets");
    private static final String OSTICKET = TablePrefix.named("SELECT * FROM {api_key} ORDER BY id");
    private static final String OWN = "SELECT * FROM ticketwire_key ORDER BY id";
    private static final String SECRETS =
            "SELECT key_id, digest, CAST(valid_until AS CHAR) FROM ticketwire_key_secret ORDER BY key_id, digest";

    private ApiKeys() {}

    static List<ApiKey> read(Connection connection) throws SQLException {
        Map<Integer, StoredSettings> settings = StoredSettings.read(connection);
        List<ApiKey> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OSTICKET);
                ResultSet rows = statement.executeQuery()) {
            Set<String> columns = permissions(rows.getMetaData());
            while (rows.next()) {
                ApiKey.Secret secret = new ApiKey.Secret(SecretDigest.of(rows.getString("apikey")), null);
                String address = rows.getString("ipaddr");
                keys.add(key(rows, "isactive", columns, List.of(secret), address, settings));
            }
        }
        Map<Integer, List<ApiKey.Secret>> secrets = secrets(connection);
        try (PreparedStatement statement = connection.prepareStatement(OWN);
                ResultSet rows = statement.executeQuery()) {
            Set<String> columns = permissions(rows.getMetaData());
            while (rows.next()) {
                List<ApiKey.Secret> own = secrets.getOrDefault(rows.getInt("id"), List.of());
                keys.add(key(rows, "active", columns, own, "0.0.0.0", settings));
            }
        }
        return List.copyOf(keys);
    }

    private static ApiKey key(
            ResultSet row,
            String active,
            Set<String> columns,
            List<ApiKey.Secret> secrets,
            String address,
            Map<Integer, StoredSettings> all)
            throws SQLException {
        int id = row.getInt("id");
        StoredSettings settings = all.getOrDefault(id, StoredSettings.NONE);
        return new ApiKey(
                id,
                secrets,
                settings.addresses() == null ? List.of(address) : settings.addresses(),
                row.getBoolean(active) && settings.isReadable(),
                granted(row, columns),
                settings.settings());
    }

    private static Map<Integer, List<ApiKey.Secret>> secrets(Connection connection) throws SQLException {
        Map<Integer, List<ApiKey.Secret>> secrets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SECRETS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                secrets.computeIfAbsent(rows.getInt(1), id -> new ArrayList<>())
                        .add(new ApiKey.Secret(rows.getString(2), StoredSettings.instant(rows.getString(3))));
            }
        }
        return secrets;
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
