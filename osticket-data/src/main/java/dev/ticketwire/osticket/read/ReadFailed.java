package dev.ticketwire.osticket.read;

import java.sql.SQLException;

/** The database did not answer a read. The cause says why; its text may name tables and is for the log only. */
public class ReadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
