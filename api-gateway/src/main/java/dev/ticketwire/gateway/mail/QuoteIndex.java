package dev.ticketwire.gateway.mail;

/**
 * The quotation marks of a header, found in one pass from its end, so that a reader that goes back never searches again.
 *
 * @param marks for each index, the next quotation mark that no backslash escapes; -1 if there is none
 * @param brackets for each index, the next angle bracket outside of quotation marks, if the index is outside of them; the
 *     length of the text if there is none
 */
record QuoteIndex(int[] marks, int[] brackets) {
    static QuoteIndex in(String text) {
        int length = text.length();
        int[] marks = new int[length + 2];
        int[] brackets = new int[length + 2];
        marks[length] = -1;
        marks[length + 1] = -1;
        brackets[length] = length;
        brackets[length + 1] = length;
        int anywhere = length; // also within quotation marks
        for (int i = length - 1; i >= 0; i--) {
            char c = text.charAt(i);
            boolean bracket = c == '<' || c == '>';
            anywhere = bracket ? i : anywhere;
            marks[i] = c == '"' ? i : c == '\\' ? marks[i + 2] : marks[i + 1];
            boolean opens = c == '"' && marks[i + 1] >= 0;
            int next = opens ? brackets[marks[i + 1] + 1] : c == '"' ? anywhere : brackets[i + 1];
            brackets[i] = bracket ? i : next;
        }
        return new QuoteIndex(marks, brackets);
    }

    /** The mark that closes the one at this index; -1 if none does. */
    int closing(int open) {
        return marks[open + 1];
    }

    /** The next angle bracket outside of quotation marks. One that is never closed is not a quotation mark. */
    int bracket(int from) {
        return brackets[from];
    }
}
