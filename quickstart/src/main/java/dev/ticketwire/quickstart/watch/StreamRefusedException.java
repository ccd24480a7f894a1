package dev.ticketwire.quickstart.watch;

/** The gateway does not give the stream, and asking again would not help. The message is for the user. */
public final class StreamRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamRefusedException(String message) {
        super(message);
    }
}
