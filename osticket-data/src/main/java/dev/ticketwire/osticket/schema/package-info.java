/** osTicket's reference tables as entities, the table prefix and Ticketwire's own migration. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.schema;
