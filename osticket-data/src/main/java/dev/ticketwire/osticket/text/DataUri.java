package dev.ticketwire.osticket.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed {@code data:} URI (RFC 2397), not decoded yet.
 *
 * @param type media type in lower case; empty if absent
 * @param charset name as given, null if absent
 * @param base64 whether {@code payload} is base64
 * @param payload everything after the comma, unchanged
 */
public record DataUri(String type, @Nullable String charset, boolean base64, String payload) {
    private static final String SCHEME = "data:";
    private static final String BASE64 = "base64";
    private static final String CHARSET = "charset=";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

    /** @return empty if {@code text} does not start with {@code data:}, or its head is malformed */
    public static Optional<DataUri> parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String[] head = text.substring(SCHEME.length(), comma).split(";", -1);
        String type = head[0].strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            return Optional.empty();
        }
        List<String> parameters = Arrays.stream(head).skip(1).map(String::strip).toList();
        if (!parameters.stream().allMatch(DataUri::isParameter)) {
            return Optional.empty();
        }
        boolean base64 = parameters.stream().anyMatch(BASE64::equalsIgnoreCase);
        return Optional.of(new DataUri(type, charset(parameters), base64, text.substring(comma + 1)));
    }

    private static boolean isParameter(String text) {
        return text.equalsIgnoreCase(BASE64) || text.indexOf('=') > 0;
    }

    /** The last charset; null if there is none. */
    private static @Nullable String charset(List<String> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.regionMatches(true, 0, CHARSET, 0, CHARSET.length()))
                .reduce((earlier, later) -> later)
                .map(parameter -> parameter.substring(CHARSET.length()).replace("\"", ""))
                .orElse(null);
    }

    /**
     * The decoded bytes: from base64, ignoring white space, or else percent-decoded UTF-8, where a {@code %} without an
     * escape stays.
     *
     * @return empty if the payload is declared as base64 but is invalid
     */
    public Optional<byte[]> bytes() {
        return base64 ? unbase64() : Optional.of(unescaped());
    }

    /**
     * The text, decoded from its charset, by default UTF-8. Without {@code base64} it is the payload itself: osTicket
     * 1.18 does not percent-decode the text of a message.
     *
     * @return empty if the payload is declared as base64 but is invalid
     */
    public Optional<String> text() {
        return base64 ? unbase64().map(bytes -> new String(bytes, charsetOrUtf8())) : Optional.of(payload);
    }

    private Optional<byte[]> unbase64() {
        try {
            return Optional.of(Base64.getDecoder().decode(payload.replaceAll("\\s+", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] unescaped() {
        return HexEscapes.decode(payload.getBytes(StandardCharsets.UTF_8), '%');
    }

    private Charset charsetOrUtf8() {
        try {
            return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
