/**
 * osTicket's reference tables and Ticketwire's own tables as entities, the table prefix, and Ticketwire's migrations.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.schema;
