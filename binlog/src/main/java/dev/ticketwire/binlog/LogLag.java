package dev.ticketwire.binlog;

/**
 * How far reading is behind the log's end.
 *
 * @param millis since the log's second of the last transaction that was read; 0 if all are read
 * @param bytes from the last place to the log's end
 */
public record LogLag(long millis, long bytes) {}
