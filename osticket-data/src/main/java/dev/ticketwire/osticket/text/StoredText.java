package dev.ticketwire.osticket.text;

/** What every text goes through before a column takes it. */
public final class StoredText {
    private StoredText() {}

    /**
     * {@code text} without the characters osTicket's columns cannot hold. osTicket 1.18 makes its tables, and opens its
     * connections, in {@code utf8mb3}: everything above U+FFFF is lost there, emoji above all. Halves of such a
     * character go as well. The rest stays as it is.
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
     * Whether a column can hold all of {@code text}. One that none can hold equals nothing, and to ask for it is an
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
