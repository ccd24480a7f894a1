package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.mail.LenientHeaderParser.Parameter;
import dev.ticketwire.osticket.text.HexEscapes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header with a value and parameters, such as {@code text/plain; charset=utf-8}, without comments.
 *
 * @param value before the parameters, as sent
 * @param parameters by their names in lower case, decoded (RFC 2231). If a name occurs more than once, the first
 *     non-empty value is used; the form of RFC 2231 takes precedence.
 */
record HeaderValue(String value, Map<String, String> parameters) {
    private static final Pattern TYPE = Pattern.compile("^[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

    private static final Pattern SEGMENT = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?(\\*)?");

    /** @param sent the value of the header, unfolded, bytes as Latin 1 */
    static HeaderValue parse(String sent) {
        LenientHeaderParser parsed = new LenientHeaderParser(sent);
        return new HeaderValue(parsed.value(), decoded(parsed.parameters()));
    }

    /** The media type in lower case; empty if it is none. */
    String type() {
        Matcher type = TYPE.matcher(value);
        return type.find() ? type.group().toLowerCase(Locale.ROOT) : "";
    }

    /** Empty if there is no such parameter. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Map<String, String> decoded(List<Parameter> parsed) {
        Map<String, String> parameters = new HashMap<>();
        Map<String, Map<Integer, Parameter>> segmented = new HashMap<>();
        for (Parameter parameter : parsed) {
            Matcher segment = SEGMENT.matcher(parameter.name());
            if (parameter.name().indexOf('*') < 0) {
                parameters.putIfAbsent(parameter.name(), TextDecoder.decodeEightBit(parameter.value(), null));
            } else if (segment.matches()) {
                int number = segment.group(2) == null ? -1 : Integer.parseInt(segment.group(2));
                segmented
                        .computeIfAbsent(segment.group(1), key -> new TreeMap<>())
                        .putIfAbsent(number, parameter);
            }
        }
        segmented.forEach((name, segments) -> parameters.put(name, joined(segments)));
        return parameters;
    }

    /**
     * Joins the segments of one parameter (RFC 2231). The first names the charset, each may be percent-encoded, and a
     * character may be split between two.
     */
    private static String joined(Map<Integer, Parameter> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        boolean first = true;
        for (Map.Entry<Integer, Parameter> segment : segments.entrySet()) {
            String value = segment.getValue().value();
            boolean encoded = segment.getValue().name().endsWith("*");
            int start = first && encoded ? afterLanguage(value) : 0;
            charset = first ? charset(value, start) : charset;
            bytes.writeBytes(decoded(value.substring(start), encoded));
            if (segment.getKey() < 0) {
                break; // a complete value, which the segments repeat
            }
            first = false;
        }
        return TextDecoder.decode(bytes.toByteArray(), charset);
    }

    private static int afterLanguage(String value) {
        int language = value.indexOf('\'');
        int end = language < 0 ? -1 : value.indexOf('\'', language + 1);
        return end + 1;
    }

    private static @Nullable String charset(String value, int start) {
        return start == 0 ? null : value.substring(0, value.indexOf('\''));
    }

    private static byte[] decoded(String value, boolean encoded) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        return encoded ? HexEscapes.decode(bytes, '%') : bytes;
    }
}
