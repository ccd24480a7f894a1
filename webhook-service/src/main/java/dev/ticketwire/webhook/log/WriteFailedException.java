package dev.ticketwire.webhook.log;

import java.sql.SQLException;

/** The log could not be changed: the database refused, or is away. */
final class WriteFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteFailedException(SQLException cause) {
        super("the log could not be changed", cause);
    }
}
