package dev.ticketwire.query.attachment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of a file's bytes (RFC 9110, 14).
 *
 * @param first from 0
 * @param last inclusive; {@code first - 1} for an empty range
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes=[ \t]*(?:([0-9]+)-([0-9]*)|-([0-9]+))[ \t]*");
    private static final int MAX_DIGITS = 18;

    /** The range starts after the end of the file, or is a suffix of length 0. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * Parses a {@code Range} header.
     *
     * @param header null if the request has none
     * @param size of the file, in bytes
     * @return null for the whole file: for no range, several ranges, an invalid range, and an empty file
     */
    static @Nullable ByteRange parse(@Nullable String header, long size) throws Unsatisfiable {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (size == 0 || !range.matches()) {
            return null;
        }
        String suffix = range.group(3);
        if (suffix != null) {
            return suffix(number(suffix), size);
        }
        long first = number(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
        if (last < first) {
            return null;
        }
        if (first >= size) {
            throw new Unsatisfiable();
        }
        return new ByteRange(first, Math.min(last, size - 1));
    }

    private static ByteRange suffix(long length, long size) throws Unsatisfiable {
        if (length == 0) {
            throw new Unsatisfiable();
        }
        return new ByteRange(Math.max(0, size - length), size - 1);
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    long length() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range}. */
    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
