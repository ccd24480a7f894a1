package dev.ticketwire.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request accepts (RFC 9110, 12.5.1). What cannot be read was not said. Read here because the frameworks fail on
 * valid headers: Quarkus REST 3.33 ({@code Request.selectVariant}) does not find {@code TEXT/CSV} or
 * {@code text/csv;header=present}, and answers 400 to {@code q=.2} as HttpURLConnection sends it; Vert.x 4.5
 * ({@code ParsedHeaderValues}) takes {@code q=0.001} for 0, and leaves a lone value unread.
 */
public final class Accept {
    private static final Pattern QUALITY = Pattern.compile("[01]?(?:\\.[0-9]{0,3})?");

    /** @param type such as {@code text/csv}, {@code text/*} or <code>*&#47;*</code>, in lower case */
    private record Range(String type, double quality) {}

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @param header all its lines, joined by commas; null or blank where everything is accepted */
    public static Accept of(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        for (String element : HeaderParts.split(header == null ? "" : header, ',')) {
            List<String> parts = HeaderParts.split(element, ';');
            double quality = quality(parts);
            if (!parts.isEmpty() && quality >= 0) {
                String type = parts.get(0).toLowerCase(Locale.ROOT);
                ranges.add(new Range(type.equals("*") ? "*/*" : type, quality));
            }
        }
        return new Accept(ranges.isEmpty() ? List.of(new Range("*/*", 1)) : ranges);
    }

    /** The weight of a range, -1 if it cannot be read. */
    private static double quality(List<String> parts) {
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase("q")) {
                String value = part.substring(equals + 1).strip();
                boolean isOne =
                        QUALITY.matcher(value).matches() && value.chars().anyMatch(Character::isDigit);
                return isOne && Double.parseDouble(value) <= 1 ? Double.parseDouble(value) : -1;
            }
        }
        return 1;
    }

    /** Whether {@code other} is wanted more than what is answered usually; at a tie it is not. */
    public boolean prefers(String other, String usual) {
        return quality(other) > quality(usual);
    }

    /** By the most specific range that names it; 0 if none does. Parameters of types are not told apart. */
    private double quality(String type) {
        for (String range : List.of(type, type.substring(0, type.indexOf('/')) + "/*", "*/*")) {
            double best = ranges.stream()
                    .filter(given -> given.type.equals(range))
                    .mapToDouble(Range::quality)
                    .max()
                    .orElse(-1);
            if (best >= 0) {
                return best;
            }
        }
        return 0;
    }
}
