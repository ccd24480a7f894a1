package dev.ticketwire.osticket.check;

/**
 * The database must not be used. The message is written for the operator, in whole sentences. Nothing has been changed.
 */
public class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnusable(String message) {
        super(message);
    }
}
