package dev.ticketwire.osticket.sql;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Compares texts as osTicket's columns do ({@code utf8mb3_general_ci}): ignoring case, accents and trailing blanks.
 * Used to match the rows of a look-up to the texts that were looked up.
 */
public final class Collation {
    private Collation() {}

    /** A key that is equal for texts that the database treats as equal. */
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

    /** Only blanks are padding: a trailing tab or line end makes a different text. */
    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether every collation of osTicket's tables compares the text as {@link #key} does. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
