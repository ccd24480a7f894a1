package dev.ticketwire.gateway.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/**
 * A header of a value and parameters, as far as it can be read: {@code text/plain; charset=utf-8}. Comments are left out.
 *
 * @param value before the parameters, as sent
 * @param parameters by their names in lower case, decoded (RFC 2231). Of several with one name the first counts that is not
 *     empty; one in RFC 2231's form counts before one without.
 */
record HeaderValue(String value, Map<String, String> parameters) {
    private static final Pattern TYPE = Pattern.compile("^[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

    /** A parameter behind a type or a quoted value, without the semicolon between them. */
    private static final Pattern UNPARTED =
            Pattern.compile("(^\\s*[\\w.+-]{1,100}/[\\w.+-]{1,100}|=\\s?\"[^\"\\\\]*\")[\\s,]+(?=[\\w*-]{1,60}\\s?=)");

    private static final Pattern SEGMENT = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?(\\*)?");

    /** @param value as sent, unfolded, bytes as Latin 1 */
    static HeaderValue parse(String value) {
        RawBody body = raw(repaired(value));
        return new HeaderValue(
                body.getValue() == null ? "" : unquoted(body.getValue().strip()), decoded(body.getParams()));
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

    private static RawBody raw(String value) {
        try {
            return RawFieldParser.DEFAULT.parseRawBody(
                    RawFieldParser.DEFAULT.parseField(ContentUtil.encode(StandardCharsets.ISO_8859_1, "X:" + value)));
        } catch (MimeException e) {
            throw new IllegalStateException(e); // only for a field without a colon
        }
    }

    /** With a quotation mark missing, none means anything. */
    private static String repaired(String value) {
        if (value.indexOf('=') < 0) {
            return value;
        }
        boolean even = value.replace("\\\"", "").chars().filter(c -> c == '"').count() % 2 == 0;
        return UNPARTED.matcher(even ? value : value.replace("\"", "")).replaceAll("$1;");
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static Map<String, String> decoded(List<NameValuePair> pairs) {
        Map<String, String> parameters = new HashMap<>();
        Map<String, Map<Integer, NameValuePair>> parted = new HashMap<>();
        for (NameValuePair pair : pairs) {
            String value = pair.getValue() == null ? "" : pair.getValue().strip();
            String name = pair.getName() == null ? "" : pair.getName().strip().toLowerCase(Locale.ROOT);
            Matcher segment = SEGMENT.matcher(name);
            if (value.isEmpty() || !segment.matches()) {
                continue;
            }
            if (name.indexOf('*') < 0) {
                parameters.putIfAbsent(name, Decoding.eightBit(value, null));
            } else {
                int place = segment.group(2) == null ? -1 : Integer.parseInt(segment.group(2));
                parted.computeIfAbsent(segment.group(1), key -> new TreeMap<>()).putIfAbsent(place, pair);
            }
        }
        parted.forEach((name, segments) -> parameters.put(name, joined(segments)));
        return parameters;
    }

    /** RFC 2231: the first one says the charset, each whether it is percent-encoded. Characters may be parted. */
    private static String joined(Map<Integer, NameValuePair> segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        boolean first = true;
        for (Map.Entry<Integer, NameValuePair> segment : segments.entrySet()) {
            String value = unquoted(segment.getValue().getValue().strip());
            boolean encoded = segment.getValue().getName().strip().endsWith("*");
            int start = first && encoded ? afterLanguage(value) : 0;
            charset = first ? charset(value, start) : charset;
            add(value.substring(start), encoded, bytes);
            first = false;
            if (segment.getKey() < 0) {
                break; // the whole in one: what is parted besides says the same
            }
        }
        return Decoding.text(bytes.toByteArray(), charset);
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
