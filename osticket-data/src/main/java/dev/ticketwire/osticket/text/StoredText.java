package dev.ticketwire.osticket.text;

/** Prepares texts for osTicket's columns. */
public final class StoredText {
    private StoredText() {}

    /**
     * {@code text} without the characters that osTicket's columns cannot hold. osTicket 1.18 creates its tables and
     * opens its connections in {@code utf8mb3}, which loses all characters above U+FFFF, such as emoji. Unpaired
     * surrogates are removed too.
     */
    public static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isSurrogate((char) c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /**
     * Whether a column can hold all of {@code text}. A text that it cannot hold equals no value, and comparing it is an
     * error.
     */
    public static boolean isStorable(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    /**
     * The first {@code length} characters of {@code text}, as a non-strict server would cut it; never half a character.
     */
    public static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
