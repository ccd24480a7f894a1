package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A position in a server's log by MariaDB's GTIDs: the last transaction of each replication domain.
 *
 * @param server id of the server, {@code @@global.server_id}
 * @param last by domain
 */
public record LogPosition(long server, Map<Long, Gtid> last) {
    /** @param origin the server on which the transaction ran */
    public record Gtid(long origin, long sequence) {
        boolean covers(Gtid other) {
            return sequence > other.sequence || equals(other);
        }
    }

    private static final Gtid NONE = new Gtid(0, -1);

    /**
     * @param gtids as in {@code @@gtid_binlog_pos}: {@code domain-origin-sequence}, several separated by commas, or
     *     empty
     */
    public static LogPosition parse(long server, String gtids) {
        Map<Long, Gtid> last = new HashMap<>();
        for (String gtid : gtids.split(",", -1)) {
            if (!gtid.isBlank()) {
                String[] parts = gtid.strip().split("-", 3);
                last.put(Long.valueOf(parts[0]), new Gtid(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            }
        }
        return new LogPosition(server, last);
    }

    /**
     * The current end of the log. The log is written before a commit becomes visible, so it contains everything that a
     * reader can see.
     */
    public static LogPosition end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@global.server_id, @@gtid_binlog_pos")) {
            row.next();
            return parse(row.getLong(1), row.getString(2));
        }
    }

    /** As in {@code @@gtid_binlog_pos}, ordered by domain. */
    public String gtids() {
        return last.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(domain -> domain.getKey() + "-" + domain.getValue().origin() + "-"
                        + domain.getValue().sequence())
                .collect(Collectors.joining(","));
    }

    /** @param gtid one transaction, as in {@link Transaction#gtid} */
    LogPosition with(String gtid) {
        Map<Long, Gtid> further = new HashMap<>(last);
        further.putAll(parse(server, gtid).last);
        return new LogPosition(server, further);
    }

    /**
     * Whether a transaction is before this position.
     *
     * @param gtid as in {@link Transaction#gtid}
     */
    boolean covers(String gtid) {
        return covers(parse(server, gtid));
    }

    LogPosition with(long domain, Gtid gtid) {
        Map<Long, Gtid> further = new HashMap<>(last);
        further.put(domain, gtid);
        return new LogPosition(server, further);
    }

    /** Whether all transactions before {@code other} are before this position. */
    public boolean covers(LogPosition other) {
        return server == other.server
                && other.last.entrySet().stream()
                        .allMatch(domain ->
                                last.getOrDefault(domain.getKey(), NONE).covers(domain.getValue()));
    }
}
