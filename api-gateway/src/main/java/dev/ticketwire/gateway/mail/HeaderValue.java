package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.mail.LenientHeaderParser.Parameter;
import java.io.ByteArrayOutputStream;
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

    /** @param sent unfolded, bytes as Latin 1 */
    static HeaderValue parse(String sent) {
        LenientHeaderParser read = new LenientHeaderParser(sent);
        return new HeaderValue(read.value(), decoded(read.all()));
    }

    /** The media type in lower case; empty if it is none. */
    String type() {
        Matcher type = TYPE.matcher(value);
        return type.find() ? type.group().toLowerCase(Locale.ROOT) : "";
    }

    /** Empty if there is none. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Map<String, String> decoded(List<Parameter> read) {
        Map<String, String> parameters = new HashMap<>();
        Map<String, Map<Integer, Parameter>> parted = new HashMap<>();
        for (Parameter parameter : read) {
            Matcher segment = SEGMENT.matcher(parameter.name());
            if (parameter.name().indexOf('*') < 0) {
                parameters.putIfAbsent(parameter.name(), TextDecoder.eightBit(parameter.value(), null));
            } else if (segment.matches()) {
                int place = segment.group(2) == null ? -1 : Integer.parseInt(segment.group(2));
                parted.computeIfAbsent(segment.group(1), key -> new TreeMap<>()).putIfAbsent(place, parameter);
            }
        }
        parted.forEach((name, segments) -> parameters.put(name, joined(segments)));
        return parameters;
    }

    /** RFC 2231: the first segment holds the charset; each may be percent-encoded. Characters may be split between segments. */
    private static String joined(Map<Integer, Parameter> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        boolean first = true;
        for (Map.Entry<Integer, Parameter> segment : segments.entrySet()) {
            String value = segment.getValue().value();
            boolean encoded = segment.getValue().name().endsWith("*");
            int start = first && encoded ? afterLanguage(value) : 0;
            charset = first ? charset(value, start) : charset;
            add(value.substring(start), encoded, bytes);
            first = false;
            if (segment.getKey() < 0) {
                break; // a complete value; the segments repeat it
            }
        }
        return TextDecoder.text(bytes.toByteArray(), charset);
    }

    private static int afterLanguage(String value) {
        int language = value.indexOf('\'');
        int end = language < 0 ? -1 : value.indexOf('\'', language + 1);
        return end + 1;
    }

    private static @Nullable String charset(String value, int start) {
        return start == 0 ? null : value.substring(0, value.indexOf('\''));
    }

    private static void add(String value, boolean encoded, ByteArrayOutputStream bytes) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int high = encoded && c == '%' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
            bytes.write(low < 0 ? c : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
    }
}
