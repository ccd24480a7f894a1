package dev.ticketwire.quickstart.launch;

/** An error that the user can fix; the message is the whole output. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }
}
