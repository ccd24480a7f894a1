/**
 * Keeps what a service holds of a table in memory right. The database's binary log tells every change, whoever made it,
 * and before memory answers, the log is read as far as the database has committed; where that cannot be, memory does
 * not answer.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.binlog;
