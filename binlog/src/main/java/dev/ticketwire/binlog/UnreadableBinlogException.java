package dev.ticketwire.binlog;

/** The log cannot be followed, or not from here on; the message tells an administrator why. */
final class UnreadableBinlogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBinlogException(String message) {
        super(message);
    }
}
