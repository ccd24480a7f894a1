package dev.ticketwire.osticket.time;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The time zone of the database's clock. The server reports its name, or only an abbreviation. */
public final class DatabaseZone {
    private static final String SELECT =
            "SELECT @@system_time_zone, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW()), NOW()";
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("CEST", "CET"),
            Map.entry("EEST", "EET"),
            Map.entry("WEST", "WET"),
            Map.entry("BST", "Europe/London"),
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"));

    private DatabaseZone() {}

    /**
     * The zone named by the server if its clock currently agrees with that zone; else the current offset of its clock.
     */
    public static ZoneId of(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(Math.round(rows.getInt(2) / 900f) * 900);
            return of(rows.getString(1), offset, rows.getObject(3, LocalDateTime.class));
        }
    }

    static ZoneId of(String name, ZoneOffset offset, LocalDateTime now) {
        try {
            ZoneId zone = ZoneId.of(ABBREVIATIONS.getOrDefault(name, name));
            return zone.getRules().getValidOffsets(now).contains(offset) ? zone : offset;
        } catch (DateTimeException e) {
            return offset;
        }
    }
}
