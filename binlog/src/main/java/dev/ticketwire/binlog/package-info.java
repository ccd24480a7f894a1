/**
 * In-memory projections of tables, kept current from the database's binary log, which contains every change by any
 * writer. Before memory answers, the log is read up to the latest commit; if that is not possible, memory does not
 * answer.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.binlog;
