package dev.ticketwire.command.ticket;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a caller names a thing: by its id, or by a name in any case. */
public final class Names {
    private static final Pattern NUMERIC = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final int NO_ID = -1;

    private Names() {}

    /**
     * The id that {@code input} means: {@code 5}, also written {@code " 5"}, {@code 5.0} or {@code 1e0}.
     *
     * @return null if it is not a number; -1, which no row has, if it is a number but no id
     */
    public static @Nullable Integer id(String input) {
        if (input.isEmpty() || input.length() > 40 || !NUMERIC.matcher(input).matches()) {
            return null;
        }
        double value = Double.parseDouble(input.strip());
        return value == Math.rint(value) && value >= 0 && value <= Integer.MAX_VALUE ? (int) value : NO_ID;
    }

    /** Whether the two are the same name, whatever their case and the blanks around them. */
    public static boolean same(String name, String input) {
        return fold(name).equals(fold(input));
    }

    private static String fold(String name) {
        return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
