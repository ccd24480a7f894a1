package dev.ticketwire.command.mail;

/**
 * An entry of a ticket, before merges of the ticket are resolved.
 *
 * @param entry 0 if only the ticket is known
 */
record TicketEntry(int ticket, int entry) {}
