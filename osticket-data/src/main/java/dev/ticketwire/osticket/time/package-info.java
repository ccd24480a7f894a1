/** Times of the database and of callers, and the database's time zone. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.time;
