package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a service holds of one table in memory. One thread calls all of this; whoever reads what it makes does so from
 * others. Whatever {@link #load} or {@link #apply} throws, the projection is loaded anew.
 */
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

    /**
     * Adds what one transaction changed in the table.
     *
     * @param transaction in the order of its changes, one at least
     */
    void apply(List<RowChange> transaction);
}
