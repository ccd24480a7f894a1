package dev.ticketwire.rest;

import java.util.ArrayList;
import java.util.List;

/** Takes the values of header fields apart, as RFC 9110, 5.6 writes them. */
public final class HeaderParts {
    private HeaderParts() {}

    /** The parts between {@code separator}s that stand outside of quoted strings: stripped, empty ones left out. */
    public static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == separator && !quoted) {
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

    /** A token as it is; of a quoted string what it means. */
    public static String unquoted(String value) {
        return value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")
                ? value
                : value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
