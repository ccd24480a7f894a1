package dev.ticketwire.event.feed.store;

/** A stored state cannot be read. */
public final class UnreadableStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableStateException(String message) {
        super(message);
    }
}
