package dev.ticketwire.gateway.command;

/** A caller's own name for a ticket: 1 to 255 characters, unique among those of its API key. */
public final class ExternalId {
    private static final int LONGEST = 255;

    private ExternalId() {}

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
    }
}
