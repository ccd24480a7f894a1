package dev.ticketwire.gateway.body;

/** A body is in another encoding than it says, or is no form although it says so. The message says what and where. */
final class UnreadableBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
