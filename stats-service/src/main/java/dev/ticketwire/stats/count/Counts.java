package dev.ticketwire.stats.count;

import dev.ticketwire.rest.Form;

/** Tickets so far; what is not closed is open, archived and deleted ones too. Closed ones may be overdue. */
final class Counts {
    private long total;
    private long closed;
    private long overdue;

    void add(long tickets, boolean areClosed, boolean areOverdue) {
        total += tickets;
        closed += areClosed ? tickets : 0;
        overdue += areOverdue ? tickets : 0;
    }

    long total() {
        return total;
    }

    /** The members {@code open}, {@code closed} and {@code overdue}. */
    void write(Form form) {
        form.name("open").number(total - closed);
        form.name("closed").number(closed).name("overdue").number(overdue);
    }

    /** {@code total} before them. */
    void writeWithTotal(Form form) {
        form.name("total").number(total);
        write(form);
    }
}
