package dev.ticketwire.seed;

/**
 * The tickets of one batch.
 *
 * @param from index of the first among those wanted
 * @param to index after the last
 * @param first ids that its rows begin with
 * @param firstUser as {@code first}, of users and of their addresses
 */
record BatchPlan(int from, int to, TicketRowIds first, int firstUser, int firstEmail) {}
