package dev.ticketwire.quickstart.launch;

/** Something the user can act on; the message is the whole answer. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }
}
