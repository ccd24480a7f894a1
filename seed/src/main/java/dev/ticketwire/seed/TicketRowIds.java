package dev.ticketwire.seed;

/**
 * Ids of one ticket's rows.
 *
 * @param firstEntry of its thread entries, which follow one another
 */
record TicketRowIds(int ticket, int thread, int formEntry, int firstEntry) {}
