package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether the log of a database server can be followed. */
final class BinlogSettings {
    private static final String VARIABLES = """
            SHOW GLOBAL VARIABLES WHERE Variable_name IN ('version', 'log_bin', 'binlog_format', 'binlog_row_image',
              'log_bin_compress', 'log_slave_updates', 'gtid_slave_pos', 'wsrep_on')""";

    /** 10.6, the first version with JSON_TABLE, by which candidates are passed to it. */
    private static final int OLDEST = 1006;

    private BinlogSettings() {}

    /** @throws UnreadableBinlogException if the log does not contain every change as rows */
    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> reasons = reasons(variables(statement));
            if (reasons.isEmpty() && leavesDatabasesOut(statement)) {
                reasons.add("the log leaves databases out (binlog_do_db, binlog_ignore_db)");
            }
            if (!reasons.isEmpty()) {
                throw new UnreadableBinlogException(Gap.SETTINGS, String.join("; ", reasons));
            }
        }
    }

    private static Map<String, String> variables(Statement statement) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (ResultSet row = statement.executeQuery(VARIABLES)) {
            while (row.next()) {
                variables.put(row.getString(1), row.getString(2));
            }
        }
        return variables;
    }

    /** Needs the privilege REPLICATION CLIENT. */
    private static boolean leavesDatabasesOut(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
            return row.next() && !(row.getString("Binlog_Do_DB") + row.getString("Binlog_Ignore_DB")).isEmpty();
        }
    }

    private static boolean isOlder(String version) {
        Matcher numbers = Pattern.compile("(\\d+)\\.(\\d+)").matcher(version);
        return !numbers.lookingAt()
                || Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2)) < OLDEST;
    }

    /** @return why the log of a server with these variables cannot be followed; empty if it can */
    static List<String> reasons(Map<String, String> variables) {
        List<String> reasons = new ArrayList<>();
        addReasonOfServer(variables, reasons);
        if (!"ROW".equals(variables.get("binlog_format"))) {
            reasons.add("binlog_format is not ROW");
        }
        if (!"FULL".equals(variables.get("binlog_row_image"))) {
            reasons.add("binlog_row_image is not FULL");
        }
        if ("ON".equals(variables.get("log_bin_compress"))) {
            reasons.add("log_bin_compress is ON");
        }
        boolean isReplica = !variables.getOrDefault("gtid_slave_pos", "").isEmpty();
        boolean isReplicating = isReplica || "ON".equals(variables.get("wsrep_on"));
        if (isReplicating && !"ON".equals(variables.get("log_slave_updates"))) {
            reasons.add("changes from other servers are not logged (log_slave_updates)");
        }
        return reasons;
    }

    private static void addReasonOfServer(Map<String, String> variables, List<String> reasons) {
        if (!variables.containsKey("gtid_slave_pos")) {
            reasons.add("the server is not MariaDB");
        } else if (isOlder(variables.getOrDefault("version", ""))) {
            reasons.add("the server is older than MariaDB 10.6");
        } else if (!"ON".equals(variables.get("log_bin"))) {
            reasons.add("the server keeps no binary log (log_bin)");
        }
    }
}
