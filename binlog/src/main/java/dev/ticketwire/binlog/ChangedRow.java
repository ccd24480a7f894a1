package dev.ticketwire.binlog;

import org.jspecify.annotations.Nullable;

/**
 * A row before and after a change.
 *
 * @param table without osTicket's prefix, e.g. {@code ticket}
 * @param event number of the row event in its transaction, from 0; events of other tables count too
 * @param row number of the row in its row event, from 0
 * @param before null for a new row
 * @param after null for a deleted one
 */
public record ChangedRow(
        String table,
        int event,
        int row,
        @Nullable Row before,
        @Nullable Row after) {}
