package dev.ticketwire.binlog;

import java.util.List;

/**
 * A table whose rows are read from the log.
 *
 * @param name without osTicket's prefix, e.g. {@code ticket}
 * @param columns the columns that are needed; the others are skipped
 */
public record CapturedTable(String name, List<String> columns) {}
