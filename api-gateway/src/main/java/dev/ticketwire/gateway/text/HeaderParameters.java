package dev.ticketwire.gateway.text;

import dev.ticketwire.rest.HeaderParts;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request header: {@code ; name=token} or {@code ; name="quoted"} (RFC 9110, 5.6.6), names in any
 * case. Headers of mails have their own, lenient parser.
 */
public final class HeaderParameters {
    private HeaderParameters() {}

    /**
     * The first parameter of that name; null if there is none. In quotes {@code \"} and {@code \\} are one character;
     * any other backslash stays, since old browsers send whole Windows paths.
     */
    public static @Nullable String find(String header, String name) {
        if (header.indexOf(';') < 0) {
            return null;
        }
        boolean hasValue = !header.stripLeading().startsWith(";");
        return HeaderParts.split(header, ';').stream()
                .skip(hasValue ? 1 : 0)
                .filter(parameter -> isNamed(parameter, name))
                .map(parameter ->
                        unquoted(parameter.substring(parameter.indexOf('=') + 1).strip()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNamed(String parameter, String name) {
        int equals = parameter.indexOf('=');
        return equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(name);
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            text.append(isQuotedPair(value, i) ? value.charAt(++i) : value.charAt(i));
        }
        return text.toString();
    }

    /** Whether {@code \"} or {@code \\} starts at this index. */
    public static boolean isQuotedPair(String text, int index) {
        return text.startsWith("\\\"", index) || text.startsWith("\\\\", index);
    }
}
