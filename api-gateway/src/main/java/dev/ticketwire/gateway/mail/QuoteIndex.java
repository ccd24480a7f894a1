package dev.ticketwire.gateway.mail;

import java.util.Arrays;

/**
 * The quotation marks of a header, found in one pass from its end, so that parsing it stays linear.
 *
 * @param marks for each index, the next quotation mark that no backslash escapes; -1 if there is none
 * @param brackets for each index outside of quotation marks, the next angle bracket outside of them; the length of the
 *     text if there is none
 */
record QuoteIndex(int[] marks, int[] brackets) {
    static QuoteIndex of(String text) {
        int[] marks = marks(text);
        return new QuoteIndex(marks, brackets(text, marks));
    }

    private static int[] marks(String text) {
        int length = text.length();
        int[] marks = new int[length + 2];
        Arrays.fill(marks, length, length + 2, -1);
        for (int i = length - 1; i >= 0; i--) {
            char c = text.charAt(i);
            marks[i] = c == '"' ? i : c == '\\' ? marks[i + 2] : marks[i + 1];
        }
        return marks;
    }

    private static int[] brackets(String text, int[] marks) {
        int length = text.length();
        int[] brackets = new int[length + 2];
        Arrays.fill(brackets, length, length + 2, length);
        int anywhere = length; // within quotation marks too
        for (int i = length - 1; i >= 0; i--) {
            char c = text.charAt(i);
            boolean bracket = c == '<' || c == '>';
            anywhere = bracket ? i : anywhere;
            boolean opens = c == '"' && marks[i + 1] >= 0;
            int next = opens ? brackets[marks[i + 1] + 1] : c == '"' ? anywhere : brackets[i + 1];
            brackets[i] = bracket ? i : next;
        }
        return brackets;
    }

    /** The mark that closes the one at this index; -1 if none does. */
    int closing(int open) {
        return marks[open + 1];
    }

    /** The next angle bracket outside of quotation marks. A quotation mark that is never closed does not count. */
    int bracket(int from) {
        return brackets[from];
    }
}
