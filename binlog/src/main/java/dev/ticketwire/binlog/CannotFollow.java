package dev.ticketwire.binlog;

/** The log cannot be followed, or not from here on; the message tells an administrator why. */
final class CannotFollow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotFollow(String message) {
        super(message);
    }
}
