package dev.ticketwire.gateway.route;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as sent by the client. A segment that is decoded here is never decoded again. */
final class RawPath {
    private RawPath() {}

    /** Whether servers may read {@code path} in different ways, so that no check of it could be trusted. */
    static boolean isAmbiguous(String path) {
        if (path.indexOf(';') >= 0 || path.contains("..") || path.contains("//")) {
            return true;
        }
        if (path.indexOf('%') < 0) {
            return false;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("%2f") || lower.contains("%5c") || lower.contains("%00") || lower.contains("%3b");
    }

    /** Whether a dot is percent-encoded: a server that decodes it first may resolve {@code ..} to another path. */
    static boolean hidesDots(String path) {
        return path.toLowerCase(Locale.ROOT).contains("%2e");
    }

    /** Percent-decodes as UTF-8. Malformed UTF-8 becomes U+FFFD; a {@code %} without two digits stays as it is. */
    static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            int escaped = escapedByte(segment, i);
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(segment.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The byte whose escape begins at {@code i}, -1 if none does. */
    private static int escapedByte(String segment, int i) {
        if (segment.charAt(i) != '%' || i + 2 >= segment.length()) {
            return -1;
        }
        int high = Character.digit(segment.charAt(i + 1), 16);
        int low = Character.digit(segment.charAt(i + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
