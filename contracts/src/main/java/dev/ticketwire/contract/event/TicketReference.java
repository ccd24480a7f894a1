package dev.ticketwire.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Another ticket.
 *
 * @param number null if the ticket was gone when the event was made
 */
public record TicketReference(long id, @Nullable String number) {}
