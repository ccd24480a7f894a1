package dev.ticketwire.seed;

/**
 * The tickets of one batch.
 *
 * @param from index of the first among the missing tickets
 * @param to index after the last
 * @param first ids of its first rows
 * @param firstUser likewise, of users and their addresses
 */
record BatchPlan(int from, int to, TicketRowIds first, int firstUser, int firstEmail) {}
