package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a service holds of one table in memory. All methods but the readers' own are called by one thread. */
public interface Projection {
    /** Without osTicket's prefix, e.g. {@code ticket}. */
    String table();

    /** The columns that {@link RowChange} carries, in its order. */
    List<String> columns();

    /**
     * Reads everything anew. What was held before need not be there meanwhile: nobody is sent to it.
     *
     * @param snapshot of the database at one moment
     */
    void load(Connection snapshot) throws SQLException;

    /** Adds a transaction's changes of the table; one that leaves a half of them out is never seen. */
    void apply(List<RowChange> transaction);
}
