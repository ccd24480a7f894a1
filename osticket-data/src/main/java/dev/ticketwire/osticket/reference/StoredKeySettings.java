package dev.ticketwire.osticket.reference;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.UtcDateTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticketwire_key_settings}.
 *
 * @param addresses null if the address in osTicket's own table applies
 * @param isReadable false if a manually edited row has no valid departments; the restriction is then unknown, so the
 *     key must not be used
 */
record StoredKeySettings(KeySettings settings, @Nullable List<String> addresses, boolean isReadable) {
    static final StoredKeySettings NONE = new StoredKeySettings(KeySettings.NONE, null, true);
    static final StoredKeySettings UNREADABLE = new StoredKeySettings(KeySettings.NONE, null, false);

    private static final Logger LOG = Logger.getLogger(StoredKeySettings.class);
    private static final String SELECT = "SELECT key_id, departments, addresses, CAST(expires AS CHAR),"
            + " requests_per_second, in_flight, sees_notes, may_subscribe FROM ticketwire_key_settings";

    /** By key. */
    static Map<Integer, StoredKeySettings> read(Connection connection) throws SQLException {
        Map<Integer, StoredKeySettings> all = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.put(rows.getInt(1), of(rows));
            }
        }
        return all;
    }

    private static StoredKeySettings of(ResultSet row) throws SQLException {
        String departments = row.getString(2);
        try {
            KeySettings settings = new KeySettings(
                    departments == null ? Departments.ALL : Departments.parse(departments),
                    row.getBoolean(7),
                    row.getBoolean(8),
                    instant(row.getString(4)),
                    limit(row.getString(5)),
                    limit(row.getString(6)));
            String addresses = row.getString(3);
            return new StoredKeySettings(
                    settings, addresses == null ? null : Arrays.asList(addresses.split(",", -1)), true);
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warnf("the settings of API key %d cannot be read, it is not accepted", row.getInt(1));
            return UNREADABLE;
        }
    }

    /**
     * @param text as the database writes it, null for none
     * @throws DateTimeException for any other text, such as a zero date
     */
    static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : UtcDateTime.parse(text);
    }

    private static @Nullable Integer limit(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
