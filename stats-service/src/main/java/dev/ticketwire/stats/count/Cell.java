package dev.ticketwire.stats.count;

/**
 * Tickets that agree in what counts ask for.
 *
 * @param staffId 0 none
 */
record Cell(int departmentId, int staffId, int statusId, boolean isOverdue) {}
