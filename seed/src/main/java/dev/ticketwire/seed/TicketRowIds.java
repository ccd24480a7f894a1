package dev.ticketwire.seed;

/**
 * Ids of one ticket's rows.
 *
 * @param firstEntry of its thread entries, which follow one another
 */
record TicketRowIds(int ticket, int thread, int formEntry, int firstEntry) {

    /** @return the ids of the next ticket's rows */
    TicketRowIds afterTicket(int entries) {
        return new TicketRowIds(ticket + 1, thread + 1, formEntry + 1, firstEntry + entries);
    }

    /** @return the ids that are left once the form of a user has taken one */
    TicketRowIds afterUser() {
        return new TicketRowIds(ticket, thread, formEntry + 1, firstEntry);
    }
}
