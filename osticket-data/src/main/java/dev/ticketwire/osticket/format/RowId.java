package dev.ticketwire.osticket.format;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Parses ids of rows from callers. osTicket's id columns are {@code int unsigned}; rows with ids above {@link
 * Integer#MAX_VALUE} are not accessible, except files.
 */
public final class RowId {
    /** Stands for a number that is not an id; no row has it. */
    public static final int NONE = -1;

    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final int MOST_DIGITS = 10;

    private RowId() {}

    /**
     * The id in a text of ASCII digits; leading zeros are allowed. For tickets and files: contract {@code http-api.md}
     * 3.2, V1, and 4.12.
     *
     * @return 0 to 4,294,967,295; empty for any other text, also with a sign or blanks
     */
    public static OptionalLong ofDigits(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        int zeros = 0;
        while (zeros < text.length() - 1 && text.charAt(zeros) == '0') {
            zeros++;
        }
        long id = text.length() - zeros > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text.substring(zeros));
        return id > LARGEST ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** As {@link #ofDigits}; null for any other text, and for ids above {@link Integer#MAX_VALUE}. */
    public static @Nullable Integer intOfDigits(String text) {
        OptionalLong id = ofDigits(text);
        return id.isPresent() && id.getAsLong() <= Integer.MAX_VALUE ? Integer.valueOf((int) id.getAsLong()) : null;
    }

    /**
     * The id in a number of any spelling: {@code 5}, {@code " 5"}, {@code 5.0}, {@code 1e0}. For all rows but tickets
     * and files: contract {@code http-api.md} 3.2.
     *
     * @return null if {@code text} is not a number, and so a name; {@link #NONE} for a number that is not a valid id,
     *     such as {@code -1} or {@code 1.5}
     */
    public static @Nullable Integer ofNumber(String text) {
        if (!PhpNumber.isNumeric(text)) {
            return null;
        }
        double number = Double.parseDouble(text.strip());
        return number == Math.rint(number) && number >= 0 && number <= Integer.MAX_VALUE ? (int) number : NONE;
    }
}
