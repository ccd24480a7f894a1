/** Times: as the database writes them, as callers write them, and the zone of the database's clock. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.time;
