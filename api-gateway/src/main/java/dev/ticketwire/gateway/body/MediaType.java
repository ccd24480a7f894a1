package dev.ticketwire.gateway.body;

import dev.ticketwire.gateway.text.Charsets;
import dev.ticketwire.gateway.text.HeaderParameters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a {@code Content-Type} header. A malformed one is read as far as possible.
 *
 * @param name without parameters, in lower case; empty if there is none
 * @param charset as declared; null if none is declared, or it is unknown
 * @param boundary of a multipart type, null if there is none
 */
record MediaType(
        String name, @Nullable Charset charset, @Nullable String boundary) {
    private static final Pattern WIDE = Pattern.compile("(?:x-)?(UTF-(?:16|32)).*", Pattern.CASE_INSENSITIVE);

    static MediaType parse(@Nullable String header) {
        if (header == null) {
            return new MediaType("", null, null);
        }
        Charset charset = charset(HeaderParameters.find(header, "charset"));
        return new MediaType(name(header), charset, HeaderParameters.find(header, "boundary"));
    }

    /** The media type without parameters, in lower case. */
    static String name(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    boolean isJson() {
        return name.contains("application/json") || name.endsWith("/json") || name.endsWith("+json");
    }

    boolean isXml() {
        return name.endsWith("/xml") || name.endsWith("+xml");
    }

    boolean isForm() {
        return name.equals("application/x-www-form-urlencoded");
    }

    boolean isMultipart() {
        return name.equals("multipart/form-data");
    }

    /** Whether it is a patch document (RFC 6902, RFC 7396), which is JSON but does not hold new values. */
    boolean isPatch() {
        return name.endsWith("-patch+json");
    }

    /**
     * The charset of a label. Null for UTF-8, which needs no conversion, and for an unknown label. For UTF-16 and
     * UTF-32 the byte order is not known yet.
     */
    static @Nullable Charset charset(@Nullable String label) {
        List<Charset> meant = Charsets.forLabel(label);
        return meant.isEmpty() || meant.get(0).equals(StandardCharsets.UTF_8) ? null : meant.get(0);
    }

    /** Whether its characters take two or four bytes each. */
    static boolean isWide(Charset charset) {
        return WIDE.matcher(charset.name()).matches();
    }

    /**
     * The charset of the body. Null for UTF-8. If UTF-16 or UTF-32 is declared, the body decides on the byte order, and
     * whether it is that at all: every valid body begins with an ASCII character, so one of its first two bytes is
     * zero.
     */
    @Nullable
    Charset charsetOf(byte[] bytes) {
        Matcher wide = WIDE.matcher(charset == null ? "" : charset.name());
        if (!wide.matches()) {
            return charset;
        }
        boolean big = bytes.length > 0 && bytes[0] == 0;
        boolean little = bytes.length > 1 && bytes[1] == 0 && !big;
        if (!big && !little) {
            return null;
        }
        return Charset.forName(wide.group(1) + (little ? "LE" : "BE"));
    }
}
