/**
 * SQL that several modules write: lists after {@code IN}, inserts of many rows, statements about rows known by a key.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.sql;
