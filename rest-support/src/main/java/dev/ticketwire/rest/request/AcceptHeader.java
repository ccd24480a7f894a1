package dev.ticketwire.rest.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Accept} header (RFC 9110, 12.5.1). Ranges that cannot be parsed are ignored. Parsed here because the
 * frameworks fail on valid headers: Quarkus REST 3.33 ({@code Request.selectVariant}) finds neither {@code TEXT/CSV}
 * nor {@code text/csv;header=present}, and answers 400 to {@code q=.2} as HttpURLConnection sends it; Vert.x 4.5
 * ({@code ParsedHeaderValues}) takes {@code q=0.001} for 0 and does not parse a single value.
 */
public final class AcceptHeader {
    private static final Pattern QUALITY = Pattern.compile("(?=\\.?[0-9])[01]?(?:\\.[0-9]{0,3})?");
    private static final double INVALID = -1;
    private static final String ANY = "*/*";

    /** @param type such as {@code text/csv}, {@code text/*} or <code>*&#47;*</code>, in lower case */
    private record Range(String type, double quality) {}

    private final List<Range> ranges;

    private AcceptHeader(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @param header all its lines, joined by commas; null or blank accepts everything */
    public static AcceptHeader parse(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        for (String element : HeaderValues.split(header == null ? "" : header, ',')) {
            List<String> parts = HeaderValues.split(element, ';');
            double quality = quality(parts);
            if (!parts.isEmpty() && quality != INVALID) {
                String type = parts.getFirst().toLowerCase(Locale.ROOT);
                ranges.add(new Range(type.equals("*") ? ANY : type, quality));
            }
        }
        return new AcceptHeader(ranges.isEmpty() ? List.of(new Range(ANY, 1)) : ranges);
    }

    /** The weight of a range: 0 to 1, or {@link #INVALID}. */
    private static double quality(List<String> parts) {
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase("q")) {
                return quality(part.substring(equals + 1).strip());
            }
        }
        return 1;
    }

    private static double quality(String value) {
        double quality = QUALITY.matcher(value).matches() ? Double.parseDouble(value) : INVALID;
        return quality <= 1 ? quality : INVALID;
    }

    /** Whether {@code type} has a higher weight than {@code fallback}. */
    public boolean prefers(String type, String fallback) {
        return weight(type) > weight(fallback);
    }

    /**
     * Whether {@code type} itself is asked for, other than by a wildcard. A client that names {@code fallback} as well
     * gets that, unless its weight is lower: generated clients name all types of an answer.
     */
    public boolean asksFor(String type, String fallback) {
        return isNamed(type) && (isNamed(fallback) ? prefers(type, fallback) : weight(type) >= weight(fallback));
    }

    private boolean isNamed(String type) {
        return ranges.stream().anyMatch(range -> range.type.equals(type) && range.quality > 0);
    }

    /** The weight by the most specific range that matches, 0 if none does. Media type parameters are ignored. */
    private double weight(String type) {
        for (String range : List.of(type, type.substring(0, type.indexOf('/')) + "/*", ANY)) {
            double best = ranges.stream()
                    .filter(given -> given.type.equals(range))
                    .mapToDouble(Range::quality)
                    .max()
                    .orElse(INVALID);
            if (best != INVALID) {
                return best;
            }
        }
        return 0;
    }
}
