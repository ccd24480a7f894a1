package dev.ticketwire.osticket.format;

import java.util.random.RandomGenerator;

/**
 * Formats ticket numbers. osTicket 1.18: {@code #} stands for a digit, {@code \#} for the character; the digits fill
 * the groups of {@code #} from the left, and remaining digits go into the last group.
 */
public final class TicketNumberFormat {
    private static final int FEWEST_RANDOM_DIGITS = 6;

    private TicketNumberFormat() {}

    /**
     * @param format e.g. {@code TX-####-US}; returned unchanged if it has no {@code #}
     * @param value the sequence's next value, not negative
     * @param padding the character that fills places to the left of the value, normally {@code 0}
     * @return e.g. {@code TX-0042-US}; longer than the format if the value has more digits than there are places
     */
    public static String format(String format, long value, char padding) {
        String digits = Long.toString(value);
        int places = places(format);
        return fill(format, String.valueOf(padding).repeat(Math.max(0, places - digits.length())) + digits, places);
    }

    /**
     * A random number: one digit for each {@code #}, at least six, the first not 0.
     *
     * @param moreDigits additional digits if most shorter numbers are in use
     */
    public static String random(String format, int moreDigits, RandomGenerator random) {
        int places = places(format);
        StringBuilder digits = new StringBuilder();
        digits.append(random.nextInt(1, 10));
        for (int i = 1; i < Math.max(FEWEST_RANDOM_DIGITS, places) + moreDigits; i++) {
            digits.append(random.nextInt(10));
        }
        return fill(format, digits.toString(), places);
    }

    private static int places(String format) {
        int places = 0;
        for (int i = 0; i < format.length(); i++) {
            if (isEscape(format, i)) {
                i++;
            } else if (format.charAt(i) == '#') {
                places++;
            }
        }
        return places;
    }

    private static String fill(String format, String digits, int places) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (isEscape(format, i)) {
                out.append('#');
                i++;
            } else if (c != '#') {
                out.append(c);
            } else {
                int end = next == places - 1 ? digits.length() : next + 1;
                out.append(digits, next, end);
                next = end;
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String format, int i) {
        return format.startsWith("\\#", i);
    }
}
