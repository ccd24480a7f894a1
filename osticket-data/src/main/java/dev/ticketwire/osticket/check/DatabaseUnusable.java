package dev.ticketwire.osticket.check;

/** The database must not be used; the message is for the operator, whole sentences, and nothing has been changed. */
public class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnusable(String message) {
        super(message);
    }
}
