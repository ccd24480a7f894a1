package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a log still goes on from a place. */
final class LogWitness {
    private LogWitness() {}

    /** @throws UnreadableBinlogException if it does not */
    static void check(Connection connection, LogPlace place) throws SQLException {
        requireFile(place, files(connection));
        LogPosition expected = place.transactions();
        LogPosition found = new LogFile(place.file(), place.position()).position(connection);
        if (found.server() != expected.server()) {
            throw new UnreadableBinlogException(
                    Gap.OTHER_SERVER, "the server " + found.server() + " answers, not " + expected.server());
        }
        if (!found.equals(expected)) {
            throw new UnreadableBinlogException(
                    Gap.RESET,
                    "the log was begun anew: at " + place.file() + ", " + place.position() + " it has the transactions "
                            + found.gtids() + ", not " + expected.gtids());
        }
    }

    /** Bytes of the log's files by name, oldest first. Needs the privilege REPLICATION CLIENT. */
    static Map<String, Long> files(Connection connection) throws SQLException {
        Map<String, Long> files = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                files.put(row.getString(1), row.getLong(2));
            }
        }
        return files;
    }

    private static void requireFile(LogPlace place, Map<String, Long> files) {
        if (!files.containsKey(place.file())) {
            boolean isOlder = files.keySet().stream()
                    .findFirst()
                    .filter(first -> place.file().compareTo(first) < 0)
                    .isPresent();
            throw new UnreadableBinlogException(
                    isOlder ? Gap.PURGED : Gap.RESET, "the server does not have " + place.file() + " any more");
        }
    }

    /** Bytes from a place to the log's end. */
    static long bytesBehind(Connection connection, LogPlace place) throws SQLException {
        long bytes = -place.position();
        boolean isReached = false;
        for (Map.Entry<String, Long> file : files(connection).entrySet()) {
            isReached |= file.getKey().equals(place.file());
            bytes += isReached ? file.getValue() : 0;
        }
        return Math.max(0, bytes);
    }
}
