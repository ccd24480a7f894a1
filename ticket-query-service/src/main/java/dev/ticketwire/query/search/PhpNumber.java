package dev.ticketwire.query.search;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as PHP converts them from text: {@code 5}, {@code 5.9}, {@code 1e1}. Fractions are cut off. */
final class PhpNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private PhpNumber() {}

    /** The value if the whole text is a number, else empty. */
    static OptionalLong whole(String text) {
        return NUMBER.matcher(text).matches() ? OptionalLong.of((long) Double.parseDouble(text)) : OptionalLong.empty();
    }

    /** The number that {@code text} begins with, 0 if none. */
    static long leading(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.lookingAt() ? (long) Double.parseDouble(number.group()) : 0;
    }
}
