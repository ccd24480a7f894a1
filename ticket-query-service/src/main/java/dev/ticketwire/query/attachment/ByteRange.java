package dev.ticketwire.query.attachment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file's bytes (RFC 9110, 14).
 *
 * @param first from 0
 * @param last included; {@code first - 1} if it has no bytes
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes=[ \t]*(?:([0-9]+)-([0-9]*)|-([0-9]+))[ \t]*");
    private static final int DIGITS_OF_A_LONG = 18;

    /** A single range that starts where the file has ended, or a suffix of no bytes. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * What of a file is asked for.
     *
     * @param header the request's {@code Range}, null if it has none
     * @param size of the file, in bytes
     * @return null for the whole file: no range, several ranges, what is no range, and whatever is asked of an empty file
     */
    static @Nullable ByteRange of(@Nullable String header, long size) throws Unsatisfiable {
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
        return significant.length() > DIGITS_OF_A_LONG ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} has it. */
    String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
