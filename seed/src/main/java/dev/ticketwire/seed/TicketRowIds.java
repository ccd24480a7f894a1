package dev.ticketwire.seed;

/**
 * Ids of one ticket's rows.
 *
 * @param firstEntry first of its thread entries, which are consecutive
 */
record TicketRowIds(int ticket, int thread, int formEntry, int firstEntry) {

    /** @return the ids of the next ticket's rows */
    TicketRowIds afterTicket(int entries) {
        return new TicketRowIds(ticket + 1, thread + 1, formEntry + 1, firstEntry + entries);
    }

    /** @return the ids after the form entry of a user */
    TicketRowIds afterUser() {
        return new TicketRowIds(ticket, thread, formEntry + 1, firstEntry);
    }
}
