package dev.ticketwire.event.capture.lookup;

import java.sql.SQLException;

/** Reads rows of the help desk in batches. The tests have one in memory. */
public interface HelpDeskLookup {
    /**
     * Reads what is wanted; a few statements, whatever the number of rows.
     *
     * @throws SQLException if the database cannot be read; the call can be repeated
     */
    Found find(Wanted wanted) throws SQLException;
}
