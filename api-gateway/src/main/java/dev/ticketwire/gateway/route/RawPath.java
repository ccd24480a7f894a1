package dev.ticketwire.gateway.route;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as they came over the wire: what is decoded here is never decoded again. */
final class RawPath {
    private RawPath() {}

    /** Whether {@code path} holds something that servers read differently, so that no check can be trusted on it. */
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

    /** Whether a dot is written as an escape: what decodes it before it looks for {@code ..} leaves the path that was checked. */
    static boolean hidesDots(String path) {
        return path.toLowerCase(Locale.ROOT).contains("%2e");
    }

    /** Percent-decodes as UTF-8; what is not UTF-8 becomes U+FFFD, and a lone {@code %} stays one. */
    static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            int high = c == '%' && i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(segment.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
