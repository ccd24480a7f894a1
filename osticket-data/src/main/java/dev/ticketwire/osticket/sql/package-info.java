/** SQL that several modules share: lists for {@code IN}, multi-row inserts, statements on rows by their keys. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.sql;
