package dev.ticketwire.setup.database;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/** The demo help desk that comes with Ticketwire: osTicket's tables with rows of our own. */
public final class DemoHelpDesk {
    private static final String FILE = "/demo/helpdesk.sql";
    private static final String SUBSCRIBER = "INSERT IGNORE INTO ticketwire_key_settings (key_id, may_subscribe)"
            + " SELECT id, 1 FROM ost_api_key WHERE apikey = 'DEMOFULLACCESS'";

    private DemoHelpDesk() {}

    /** @return its SQL in UTF-8; the caller closes it */
    public static InputStream sql() {
        return Objects.requireNonNull(DemoHelpDesk.class.getResourceAsStream(FILE), FILE);
    }

    /**
     * Loads it, unless the database has tables.
     *
     * @param database as a user who may create tables
     * @param keyAddress where its API keys, which everybody knows, may be used from; {@code 0.0.0.0} for anywhere
     * @return whether it was loaded
     */
    public static boolean load(Database database, String keyAddress) {
        if (!DatabaseAdministration.isEmpty(database)) {
            return false;
        }
        try (Connection connection = database.connect()) {
            SqlScript.run(connection, SqlScript.statements(sql()));
            bindKeys(connection, keyAddress);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The demo help desk could not be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * Allows webhooks to the key that may do everything, unless somebody has set what it may.
     *
     * @param database the migrated demo help desk
     */
    public static void allowWebhooks(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(SUBSCRIBER)) {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The demo's key could not be allowed webhooks: " + e.getMessage(), e);
        }
    }

    private static void bindKeys(Connection connection, String address) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE ost_api_key SET ipaddr = ?")) {
            update.setString(1, address);
            update.executeUpdate();
        }
    }
}
