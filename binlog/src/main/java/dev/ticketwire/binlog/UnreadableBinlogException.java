package dev.ticketwire.binlog;

/** The log cannot be followed, or not any further; the message explains the reason to an administrator. */
final class UnreadableBinlogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBinlogException(String message) {
        super(message);
    }
}
