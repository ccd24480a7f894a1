package dev.ticketwire.binlog;

import java.io.IOException;

/** The connection to the log was lost, or could not be made: read again from the last place. */
public final class LogLostException extends IOException {
    private static final long serialVersionUID = 1L;

    LogLostException(String message, Throwable cause) {
        super(message, cause);
    }

    LogLostException(String message) {
        super(message);
    }
}
