package dev.ticketwire.command.mail;

/**
 * An entry of a ticket, before what became of that ticket.
 *
 * @param entry 0 if only the ticket is known
 */
record TicketEntry(int ticket, int entry) {}
