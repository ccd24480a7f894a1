package dev.ticketwire.gateway.text;

import org.jspecify.annotations.Nullable;

/** Parameters of a header's value: {@code ; name=token} or {@code ; name="quoted"}, names in any case. */
public final class HeaderParameters {
    private HeaderParameters() {}

    /**
     * The first of that name; null if there is none. In quotes {@code \"} and {@code \\} are one character, and any other
     * backslash stays: browsers of old send whole Windows paths.
     */
    public static @Nullable String of(String header, String name) {
        int at = end(header, 0);
        while (at < header.length()) {
            int start = at + 1;
            int end = end(header, start);
            int equals = header.indexOf('=', start);
            if (equals >= 0
                    && equals < end
                    && header.substring(start, equals).strip().equalsIgnoreCase(name)) {
                return unquoted(header.substring(equals + 1, end).strip());
            }
            at = end;
        }
        return null;
    }

    /** The next semicolon outside of quotes, or the end. */
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && isEscape(header, i)) {
                i++;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            text.append(isEscape(value, i) ? value.charAt(++i) : value.charAt(i));
        }
        return text.toString();
    }

    private static boolean isEscape(String text, int i) {
        return text.charAt(i) == '\\'
                && i + 1 < text.length()
                && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
    }
}
