package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.text.CharsetDecoding;
import dev.ticketwire.gateway.text.HeaderParameters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body and what it is. Its first character that is not blank says that, and the content type where no such character
 * does: many clients send JSON or XML under a form's type, or under none.
 *
 * @param bytes UTF-8, converted where a byte order mark or the content type says that they came as something else; a
 *     multipart form and XML that names its own encoding as they came
 * @param from where the text begins, behind a byte order mark
 * @param charset what the body said it is, null if it said nothing or UTF-8
 * @param isSettled whether the XML parser must not look for an encoding itself: a mark or the content type has said it
 */
record Payload(
        Kind kind,
        MediaType type,
        byte[] bytes,
        int from,
        @Nullable Charset charset,
        boolean isSettled) {

    /** Its labels in the WHATWG Encoding Standard. */
    private static final Set<String> UTF_8 =
            Set.of("utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8");

    enum Kind {
        /** Nothing, or blanks alone. */
        EMPTY,
        JSON,
        XML,
        FORM,
        MULTIPART,
        /** Neither by its type nor by how it begins. */
        OTHER
    }

    /**
     * @throws UnreadableBodyException if it is not in the encoding that it says
     * @throws Refused 415 if it is compressed
     */
    static Payload of(@Nullable String contentType, byte[] bytes) {
        Compressed.check(bytes);
        MediaType type = MediaType.of(contentType);
        CharsetDecoding.Mark mark = CharsetDecoding.mark(bytes);
        Charset charset = mark == null ? type.charsetOf(bytes) : utf8AsNull(mark.charset());
        int from = mark == null ? 0 : mark.length();
        if (charset == null || (type.isMultipart() && mark == null)) {
            boolean settled = mark != null || saysUtf8(contentType);
            return new Payload(kind(type, bytes, from), type, bytes, from, null, settled);
        }
        String text = CharsetDecoding.strictly(bytes, from, charset);
        if (text == null) {
            int at = CharsetDecoding.firstMalformed(bytes, from, charset);
            throw new UnreadableBodyException("the body is not " + charset.name() + ", as it says: offset " + at);
        }
        byte[] converted = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(kind(type, converted, 0), type, converted, 0, charset, true);
    }

    private static boolean saysUtf8(@Nullable String contentType) {
        String label = contentType == null ? null : HeaderParameters.of(contentType, "charset");
        return label != null && UTF_8.contains(label.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable Charset utf8AsNull(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? null : charset;
    }

    private static Kind kind(MediaType type, byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        if (at == bytes.length) {
            return Kind.EMPTY;
        }
        return switch (bytes[at]) {
            case '{', '[' -> Kind.JSON;
            case '<' -> Kind.XML;
            default -> declared(type);
        };
    }

    private static Kind declared(MediaType type) {
        if (type.isJson()) {
            return Kind.JSON;
        }
        if (type.isXml()) {
            return Kind.XML;
        }
        return type.isForm() ? Kind.FORM : type.isMultipart() ? Kind.MULTIPART : Kind.OTHER;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    /** Where {@code offset} is; -1 stands for the place where the text begins. */
    String place(int offset) {
        int at = Math.max(offset, from);
        return charset == null ? ErrorPosition.of(bytes, at) : ErrorPosition.ofConverted(bytes, at);
    }
}
