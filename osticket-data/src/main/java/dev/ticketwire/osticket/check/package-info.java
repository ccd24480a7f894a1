/**
 * Whether a database can carry the suite: asked before the migration's first change, by every service's readiness and
 * by the worker that applies commands. What is wrong is said in one list of sentences
 * ({@link dev.ticketwire.osticket.check.Sentences}), which docs/database.md explains. Everything but
 * {@code DatabaseWatch} needs JDBC alone: the launcher uses it without Quarkus.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.check;
