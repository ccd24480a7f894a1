package dev.ticketwire.binlog;

import java.util.Map;

/**
 * A place in a server's log between two transactions, in all forms, so that one can be checked by the other.
 *
 * @param server {@code @@server_id}
 * @param file of the log
 * @param position in the file
 * @param gtids the last transaction of each domain before the place, as in {@code @@gtid_binlog_pos}
 * @param layouts of the captured tables at the place, by table, in a form of this module's own: the rows behind it are
 *     read by them until the log tells of an {@code ALTER}. Empty: as the tables are now
 */
public record LogPlace(String server, String file, long position, String gtids, Map<String, String> layouts) {
    /** A place whose tables have not changed since. */
    public LogPlace(String server, String file, long position, String gtids) {
        this(server, file, position, gtids, Map.of());
    }

    /** The transactions before this place. */
    public LogPosition transactions() {
        return LogPosition.parse(Long.parseLong(server), gtids);
    }
}
