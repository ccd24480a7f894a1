package dev.ticketwire.stats.count;

/**
 * A group of tickets with the same department, agent, status and overdue flag.
 *
 * @param staffId 0 without an agent
 */
record TicketGroup(int departmentId, int staffId, int statusId, boolean isOverdue) {}
