package dev.ticketwire.stats.count;

import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;

/**
 * A sum of tickets. Every ticket whose state is not closed is open, archived and deleted ones too; closed ones may be
 * overdue.
 */
public final class TicketCounts {
    private long total;
    private long closed;
    private long overdue;

    public void add(long tickets, boolean areClosed, boolean areOverdue) {
        total += tickets;
        closed += areClosed ? tickets : 0;
        overdue += areOverdue ? tickets : 0;
    }

    public long total() {
        return total;
    }

    public long open() {
        return total - closed;
    }

    public long closed() {
        return closed;
    }

    public long overdue() {
        return overdue;
    }

    /** Writes the fields {@code open}, {@code closed} and {@code overdue}. */
    public void writeByState(DocumentWriter out) throws IOException {
        out.field("open", open()).field("closed", closed).field("overdue", overdue);
    }

    /** Writes the field {@code total}, then those of {@link #writeByState}. */
    public void writeAll(DocumentWriter out) throws IOException {
        writeByState(out.field("total", total));
    }
}
