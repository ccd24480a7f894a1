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
 * What a {@code Content-Type} says. One that is malformed says as much as can be read of it.
 *
 * @param name without parameters, in lower case; empty if there is none
 * @param charset as declared; null if none is, or none that is known
 * @param boundary of a multipart type, null if there is none
 */
record MediaType(
        String name, @Nullable Charset charset, @Nullable String boundary) {
    private static final Pattern WIDE = Pattern.compile("(?:x-)?(UTF-(?:16|32)).*", Pattern.CASE_INSENSITIVE);

    static MediaType of(@Nullable String header) {
        if (header == null) {
            return new MediaType("", null, null);
        }
        return new MediaType(
                name(header), charset(HeaderParameters.of(header, "charset")), HeaderParameters.of(header, "boundary"));
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

    /** A document of changes (RFC 6902, RFC 7396), which is JSON but no list of new values. */
    boolean isPatch() {
        return name.endsWith("-patch+json");
    }

    /**
     * The charset that is meant. Null for UTF-8, which needs no conversion, and for what no label is; of UTF-16 and UTF-32
     * the order of bytes is not known yet.
     */
    static @Nullable Charset charset(@Nullable String label) {
        List<Charset> meant = Charsets.of(label);
        return meant.isEmpty() || meant.get(0).equals(StandardCharsets.UTF_8) ? null : meant.get(0);
    }

    /** Whether its characters take two or four bytes each. */
    static boolean isWide(Charset charset) {
        return WIDE.matcher(charset.name()).matches();
    }

    /**
     * The declared charset. Of UTF-16 and UTF-32 the body decides the order of bytes, and whether it is that at all: what
     * this API reads begins with an ASCII character, so that one of its first two bytes is zero. Null for UTF-8.
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
