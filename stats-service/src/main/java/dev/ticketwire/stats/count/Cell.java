package dev.ticketwire.stats.count;

/** Tickets that agree in department, agent (0 none), state and overdue flag. */
record Cell(int departmentId, int staffId, boolean isClosed, boolean isOverdue, long tickets) {}
