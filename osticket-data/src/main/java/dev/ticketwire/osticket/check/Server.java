package dev.ticketwire.osticket.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database server, by its own description.
 *
 * @param version e.g. {@code 10.11.19-MariaDB-0+deb12u1}, {@code 8.4.2}
 * @param comment e.g. {@code Debian 12}, {@code MySQL Community Server - GPL}
 * @param settings those of {@link #SETTINGS} that it has, by their names
 */
record Server(String version, String comment, Map<String, String> settings) {
    private static final int[] OLDEST = {10, 6};
    private static final Pattern NUMBERS = Pattern.compile("^(\\d+)\\.(\\d+)");
    private static final String SETTINGS = "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('version', 'version_comment',"
            + " 'read_only', 'innodb_read_only', 'tx_read_only', 'transaction_read_only', 'innodb_force_recovery',"
            + " 'default_storage_engine')";

    static Server of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            Map<String, String> settings = new HashMap<>();
            while (rows.next()) {
                settings.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
            }
            return new Server(
                    settings.getOrDefault("version", ""), settings.getOrDefault("version_comment", ""), settings);
        }
    }

    boolean isMariaDb() {
        return (version + comment).toLowerCase(Locale.ROOT).contains("mariadb");
    }

    /** Whether it is a supported version of MariaDB. One that hides its version counts as supported. */
    boolean isNewEnough() {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.find()) {
            return true;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        return major > OLDEST[0] || major == OLDEST[0] && minor >= OLDEST[1];
    }

    /**
     * The settings that forbid writes to all users, or to all but administrators, such as {@code read_only = ON}; empty
     * if there are none.
     */
    Map<String, String> readOnly() {
        Map<String, String> on = new TreeMap<>(settings);
        on.keySet().removeIf(name -> !name.endsWith("read_only"));
        on.values().removeIf(value -> value.equals("OFF") || value.equals("0"));
        if (on.containsKey("transaction_read_only")) {
            on.remove("tx_read_only"); // its old name
        }
        String recovery = settings.getOrDefault("innodb_force_recovery", "0");
        if (recovery.compareTo("3") > 0) {
            on.put("innodb_force_recovery", recovery);
        }
        return on;
    }

    /** The engine of a table that is made without one. */
    String defaultEngine() {
        return settings.getOrDefault("default_storage_engine", "InnoDB");
    }
}
