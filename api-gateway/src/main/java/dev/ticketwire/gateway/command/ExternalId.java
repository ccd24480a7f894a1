package dev.ticketwire.gateway.command;

/** Checks external ids: a caller's id for a ticket, 1 to 255 characters, unique within its API key. */
public final class ExternalId {
    private static final int MAX_LENGTH = 255;

    private ExternalId() {}

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_LENGTH;
    }
}
