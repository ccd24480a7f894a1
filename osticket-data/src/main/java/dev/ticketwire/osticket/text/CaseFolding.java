package dev.ticketwire.osticket.text;

import java.util.Locale;

/**
 * Comparison of names without regard to case, in all of Unicode, and to white space around them.
 *
 * <p>Source: contract {@code http-api.md} 3.2, V3 and V4.
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** Whether two names are the same: {@code "Größe"} and {@code " GRÖSSE"}. Accents count. */
    public static boolean isSame(String one, String other) {
        return fold(one).equals(fold(other));
    }

    /** A text that is the same for names that are the same. */
    public static String fold(String name) {
        // Upper case first: it turns ß into SS, and both sigmas into one.
        return WhiteSpace.strip(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
