package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the key table as it is: the plugin's permission columns may be missing. Only where the <em>column</em> is
 * missing do read and update follow {@code can_create_tickets}; a 0 or NULL never falls back.
 */
final class ApiKeys {
    private static final String CREATE = "can_create_tickets";
    private static final List<String> LEGACY = List.of("can_read_tickets", "can_update_tickets");

    private ApiKeys() {}

    static List<ApiKey> read(Connection connection) throws SQLException {
        String sql = TablePrefix.named("SELECT * FROM {api_key} ORDER BY id");
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            Set<String> columns = permissions(rows.getMetaData());
            List<ApiKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new ApiKey(
                        rows.getInt("id"),
                        rows.getString("apikey"),
                        rows.getString("ipaddr"),
                        rows.getBoolean("isactive"),
                        granted(rows, columns)));
            }
            return List.copyOf(keys);
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
