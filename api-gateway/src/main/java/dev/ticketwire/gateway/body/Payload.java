package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.text.ByteOrderMark;
import dev.ticketwire.gateway.text.CharsetDecoding;
import dev.ticketwire.gateway.text.HeaderParameters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request body and its kind. The first character that is not blank decides on the kind; if it does not, the content
 * type does. Many clients send JSON or XML under a form's type, or under none.
 *
 * @param bytes in UTF-8, converted if a byte order mark or the content type names another charset; a multipart form and
 *     XML with its own encoding are not converted
 * @param from index of the first byte of the text, behind a byte order mark
 * @param charset the charset in which the body came; null for UTF-8
 * @param isSettled whether a byte order mark or the content type decides on the charset, and not the XML declaration
 */
record Payload(
        Kind kind,
        MediaType type,
        byte[] bytes,
        int from,
        @Nullable Charset charset,
        boolean isSettled) {

    /** The labels of UTF-8 in the WHATWG Encoding Standard. */
    private static final Set<String> UTF_8 =
            Set.of("utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8");

    enum Kind {
        /** Nothing, or blanks alone. */
        EMPTY,
        JSON,
        XML,
        FORM,
        MULTIPART,
        /** None of these by its content type or its first character. */
        OTHER
    }

    /**
     * @throws UnreadableBodyException if it is not in its declared charset
     * @throws Refused 415 if it is compressed
     */
    static Payload detect(@Nullable String contentType, byte[] bytes) {
        Compressed.check(bytes);
        MediaType type = MediaType.parse(contentType);
        ByteOrderMark mark = ByteOrderMark.startOf(bytes);
        Charset charset = mark == null ? type.charsetOf(bytes) : utf8AsNull(mark.charset());
        int from = mark == null ? 0 : mark.length();
        if (charset != null && (mark != null || !type.isMultipart())) {
            return converted(type, bytes, from, charset);
        }
        boolean settled = mark != null || saysUtf8(contentType);
        return new Payload(kind(type, bytes, from), type, bytes, from, null, settled);
    }

    private static Payload converted(MediaType type, byte[] bytes, int from, Charset charset) {
        String text = CharsetDecoding.strictly(bytes, from, charset);
        if (text == null) {
            int at = CharsetDecoding.firstMalformed(bytes, from, charset);
            throw new UnreadableBodyException("the body is not " + charset.name() + ", as it says: offset " + at);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(kind(type, utf8, 0), type, utf8, 0, charset, true);
    }

    private static boolean saysUtf8(@Nullable String contentType) {
        String label = contentType == null ? null : HeaderParameters.find(contentType, "charset");
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

    /** The position of {@code offset} in words; -1 stands for the start of the text. */
    String place(int offset) {
        int at = Math.max(offset, from);
        return charset == null ? ErrorPosition.of(bytes, at) : ErrorPosition.ofConverted(bytes, at);
    }
}
