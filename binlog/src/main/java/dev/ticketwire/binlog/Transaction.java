package dev.ticketwire.binlog;

import java.time.Instant;
import java.util.List;

/**
 * A committed transaction.
 *
 * @param gtid as MariaDB writes it: {@code domain-server-sequence}
 * @param time when the log says that it began, to the second
 * @param rows changes of the captured tables in the log's order; empty if there were none
 */
public record Transaction(String gtid, Instant time, List<ChangedRow> rows) {}
