package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The version of osTicket's schema: {@code schema_signature} of the namespace {@code core}, which differs for each
 * release (its {@code include/upgrader/streams/core.sig}).
 */
final class OsTicketVersion {
    private static final Map<String, String> TOO_OLD = Map.of(
            "98ad7d550c26ac44340350912296e673", "1.10",
            "00c949a623b82848baaf3480b51307e3", "1.11 or 1.12",
            "4bd47d94b10bd8a6bab35c119dadf41f", "1.14",
            "add628927ee030469f5d3272ebda1e16", "1.15",
            "c37e165651dc289240fee7d244990ac1", "1.16");
    private static final Map<String, String> KNOWN = Map.of(
            "83a22ba22b1a6a624fcb1da03882ac1b", "1.17",
            "5fb92bef17f3b603659e024c01cc7a59", "1.18");

    private OsTicketVersion() {}

    /** @return null if there is none */
    static @Nullable String signature(Connection connection, String prefix) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT value FROM `" + prefix
                        + "config` WHERE namespace = 'core' AND `key` = 'schema_signature' ORDER BY id DESC LIMIT 1")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** @return the release with this signature if it is too old, else null */
    static @Nullable String tooOld(String signature) {
        return TOO_OLD.get(signature);
    }

    static boolean isKnown(String signature) {
        return KNOWN.containsKey(signature);
    }
}
