package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * An in-memory projection of one table. One thread at a time calls its
 * methods; other threads read the result. After any
 * exception of {@link #load} or {@link #apply} the projection is loaded again.
 */
public interface Projection {
    /** Without osTicket's prefix, e.g. {@code ticket}. */
    String table();

    /** The columns that {@link ChangedRow} carries. */
    List<String> columns();

    /**
     * Loads the projection from scratch. The old content may be dropped first: nobody reads it meanwhile.
     *
     * @param snapshot a connection with a consistent snapshot of the database
     */
    void load(Connection snapshot) throws SQLException;

    /**
     * Applies the changes of one transaction.
     *
     * @param transaction changes of the table in order, at least one
     */
    void apply(List<ChangedRow> transaction);
}
