package dev.ticketwire.osticket.key;

import java.sql.SQLException;

/** The database could not be asked, or refused. */
public class KeyStoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyStoreFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
