package dev.ticketwire.osticket.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses numbers in texts as PHP 8 does. Digits are ASCII digits.
 *
 * <p>Source: contract {@code http-api.md} 3.2 ({@code is_numeric}) and 4.4 (leading integers).
 */
public final class PhpNumber {
    private static final String NUMBER = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
    private static final Pattern NUMERIC = Pattern.compile("\\s*" + NUMBER + "\\s*");
    private static final Pattern LEADING = Pattern.compile("\\s*(" + NUMBER + ")");

    private PhpNumber() {}

    /**
     * Whether all of {@code text} is a decimal number: {@code 5}, {@code " 5 "}, {@code +5.0}, {@code .5}, {@code 1e0}.
     * The empty text, {@code 0x1} and {@code 1,000} are not.
     */
    public static boolean isNumeric(String text) {
        return NUMERIC.matcher(text).matches();
    }

    /**
     * The number that {@code text} begins with, without its fraction: {@code 2abc} is 2, {@code 1e1} is 10, {@code
     * -5.9} is -5.
     *
     * @return 0 if it does not begin with a number; the nearest {@code long} if the number is out of range
     */
    public static long leading(String text) {
        Matcher number = LEADING.matcher(text);
        if (!number.lookingAt()) {
            return 0;
        }
        try {
            return Long.parseLong(number.group(1));
        } catch (NumberFormatException notWhole) {
            return (long) Double.parseDouble(number.group(1));
        }
    }
}
