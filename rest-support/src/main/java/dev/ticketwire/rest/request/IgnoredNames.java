package dev.ticketwire.rest.request;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists the names of ignored fields or parameters, for a response header and for the log. */
public final class IgnoredNames {
    /** RFC 7234, 5.5. */
    public static final String HEADER = "Warning";

    private static final int MOST = 10;
    private static final int LONGEST = 40;

    private IgnoredNames() {}

    /**
     * The first ten names, joined by commas, and the number of the others. Characters that are not printable ASCII, or
     * have a meaning in a header, become underscores.
     */
    public static String listed(Collection<String> names) {
        String first = names.stream().limit(MOST).map(IgnoredNames::clean).collect(Collectors.joining(", "));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }

    /** @param listed the result of {@link #listed} */
    public static String warning(String listed) {
        return "299 - \"Not understood and ignored: " + listed + '"';
    }

    private static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .limit(LONGEST)
                .forEach(c -> clean.append(c > ' ' && c < 127 && "\"\\,;".indexOf(c) < 0 ? (char) c : '_'));
        return name.codePointCount(0, name.length()) > LONGEST ? clean + "..." : clean.toString();
    }
}
