package dev.ticketwire.gateway.text;

/** Finds the ends of lines in bytes. A line ends in LF; a CR before it counts as a blank. */
public final class LineScanner {
    private LineScanner() {}

    /** Index of the next LF; the length if there is none. */
    public static int endOfLine(byte[] bytes, int from) {
        return endOfLine(bytes, from, bytes.length);
    }

    /** Index of the next LF before {@code to}; {@code to} if there is none. */
    public static int endOfLine(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Index of the first byte of the next line; the length if there is none. */
    public static int nextLine(byte[] bytes, int from) {
        return Math.min(endOfLine(bytes, from) + 1, bytes.length);
    }

    /** Whether nothing but blanks stands between this index and the end of its line. */
    public static boolean isRestBlank(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && isBlank(bytes[i])) {
            i++;
        }
        return i >= bytes.length || bytes[i] == '\n';
    }

    /** Whether it is a space, a tab or a CR. */
    public static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}
