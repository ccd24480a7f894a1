package dev.ticketwire.rest.request;

import java.util.ArrayList;
import java.util.List;

/** Splits the values of header fields by the syntax of RFC 9110, 5.6. */
public final class HeaderValues {
    private HeaderValues() {}

    /** The parts between {@code separator}s outside quoted strings: stripped, without empty ones. */
    public static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int begin = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
            } else if (c == separator && !isQuoted) {
                add(value.substring(begin, i), parts);
                begin = i + 1;
            }
        }
        add(value.substring(begin), parts);
        return parts;
    }

    private static void add(String part, List<String> parts) {
        String stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }

    /** The content of a quoted string; a token unchanged. */
    public static String unquoted(String value) {
        return value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")
                ? value
                : value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
