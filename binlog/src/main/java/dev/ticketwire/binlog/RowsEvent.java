package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.event.EventData;

/**
 * An event with rows of one table.
 *
 * @param table its number in the last {@link TableMap}
 * @param body everything behind the number and the flags; empty if the table is not wanted
 */
record RowsEvent(Kind kind, long table, byte[] body) implements EventData {
    private static final long serialVersionUID = 1L;

    /** What happened to the rows. */
    enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }
}
