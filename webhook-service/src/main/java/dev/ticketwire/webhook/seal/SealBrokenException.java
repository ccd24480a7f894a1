package dev.ticketwire.webhook.seal;

/** A sealed text cannot be opened. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String why) {
        super("a secret of a webhook cannot be read: " + why);
    }
}
