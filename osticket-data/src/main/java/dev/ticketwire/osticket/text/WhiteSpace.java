package dev.ticketwire.osticket.text;

/** White space: tab to carriage return, blank, and Unicode's separators. */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether {@code c} is white space. */
    public static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** Whether {@code text} consists of white space and NUL only. */
    public static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    /** {@code text} without leading and trailing white space and NUL. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlankOrNul(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlankOrNul(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlankOrNul(char c) {
        return c == 0 || isBlank(c);
    }

    /** Every run of white space as one blank. */
    public static String asOne(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            boolean wasBlank = blank;
            blank = isBlank(text.charAt(i));
            if (!blank) {
                out.append(text.charAt(i));
            } else if (!wasBlank) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** {@code text} without leading and trailing blanks, tabs, line ends and NUL. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isTrimmed(text.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0 || c == 0x0B;
    }
}
