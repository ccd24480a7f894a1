package dev.ticketwire.rest;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of members or parameters that nothing was made of, for those who sent them and for the log. */
public final class IgnoredNames {
    /** The header that says so (RFC 7234, 5.5). */
    public static final String HEADER = "Warning";

    private static final int MOST = 10;
    private static final int LONGEST = 40;

    private IgnoredNames() {}

    /**
     * The first of the names, in ASCII and without anything that means something in a header or a log; how many more there
     * are behind them.
     */
    public static String listed(Collection<String> names) {
        String first = names.stream().limit(MOST).map(IgnoredNames::clean).collect(Collectors.joining(", "));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }

    /** @param listed as of {@link #listed} */
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
