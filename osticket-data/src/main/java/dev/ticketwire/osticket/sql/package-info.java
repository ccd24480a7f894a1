/** Statements for many rows at once. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.sql;
