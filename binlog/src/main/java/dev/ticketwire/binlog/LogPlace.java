package dev.ticketwire.binlog;

/**
 * A place in a server's log between two transactions, in all forms, so that one can be checked by the other.
 *
 * @param server {@code @@server_id}, and what else identifies the server
 * @param file of the log
 * @param position in the file
 * @param gtids the last transaction of each domain before the place, as in {@code @@gtid_binlog_pos}
 */
public record LogPlace(String server, String file, long position, String gtids) {}
