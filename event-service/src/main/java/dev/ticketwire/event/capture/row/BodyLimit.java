package dev.ticketwire.event.capture.row;

/** How much of an entry's text an event carries. */
final class BodyLimit {
    /** Bytes of UTF-8. */
    static final int MOST = 64 * 1024;

    private static final int LONGEST_CHARACTER = 3;

    private BodyLimit() {}

    /** The longest beginning of {@code text} that fits; whole characters. */
    static String cut(String text) {
        if (text.length() * (long) LONGEST_CHARACTER <= MOST) {
            return text;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            bytes += bytes(character);
            if (bytes > MOST) {
                return text.substring(0, i);
            }
            i += Character.charCount(character);
        }
        return text;
    }

    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? LONGEST_CHARACTER : 4;
    }
}
