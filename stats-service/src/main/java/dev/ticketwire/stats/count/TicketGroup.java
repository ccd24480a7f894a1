package dev.ticketwire.stats.count;

/**
 * Tickets with the same values in the columns that are counted by.
 *
 * @param staffId 0 without an agent
 */
record TicketGroup(int departmentId, int staffId, int statusId, boolean isOverdue) {}
