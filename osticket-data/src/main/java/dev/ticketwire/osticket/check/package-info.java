/**
 * Checks whether a database can be used: before the first change of a migration, in the readiness of each service, and
 * before the transactions of the worker that applies commands. All messages are in {@link
 * dev.ticketwire.osticket.check.Sentences}; docs/database.md explains them. Everything except {@code DatabaseWatch}
 * needs only JDBC: the launcher uses it without Quarkus.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.check;
