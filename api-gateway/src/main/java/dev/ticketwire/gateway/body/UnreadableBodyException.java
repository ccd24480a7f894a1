package dev.ticketwire.gateway.body;

/**
 * A body is not in its declared charset, or is not the form that it declares. The message names the error and its
 * position.
 */
final class UnreadableBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
