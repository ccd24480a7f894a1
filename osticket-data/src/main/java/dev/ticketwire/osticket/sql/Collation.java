package dev.ticketwire.osticket.sql;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Texts as osTicket's columns compare them ({@code utf8mb3_general_ci}): without regard to case, accents and blanks at
 * the end. For finding the rows of a look-up again by what was looked up.
 */
public final class Collation {
    private Collation() {}

    /** Equal for texts that the database takes for equal. */
    public static String key(String text) {
        String trimmed = withoutPadding(text);
        if (isAscii(trimmed)) {
            return trimmed.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(trimmed, Normalizer.Form.NFD);
        StringBuilder base = new StringBuilder(decomposed.length());
        decomposed
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> base.append((char) c));
        return base.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Blanks alone are padding: with a tab or a line end after it a text is another one. */
    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether {@link #key} and every collation of osTicket's tables agree about the text. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
