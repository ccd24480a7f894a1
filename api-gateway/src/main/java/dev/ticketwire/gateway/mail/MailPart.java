package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.body.Files;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail, or a part of one. Headers that cannot be read count as absent.
 *
 * @param block the header block, as sent
 * @param raw what follows it, as sent
 * @param type media type in lower case; {@code text/plain} if none is given
 * @param disposition first word of {@code Content-Disposition}, lower case; empty if there is none
 * @param name of the file, decoded and cleaned; empty if it has none
 * @param contentId without its angle brackets; null if it has none
 */
record MailPart(
        byte[] block,
        byte[] raw,
        MailHeaders headers,
        String type,
        String disposition,
        String name,
        @Nullable String contentId) {
    private static final String TEXT = "text/plain";
    private static final Set<String> MAILS = Set.of("message/rfc822", "message/global", "message/news");
    private static final Pattern CONTENT_ID = Pattern.compile("<([^<>]{1,1000})>");

    /** A whole mail: lines that are no headers may stand before the first one. */
    static MailPart mail(byte[] bytes) {
        return at(bytes, endOfHeaders(bytes));
    }

    /** A part: what does not begin with a header has none. */
    static MailPart part(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && end < 1000 && bytes[end] != '\n') {
            end++;
        }
        String first = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        return first.isBlank() || MailHeaders.isHeader(first) ? at(bytes, endOfHeaders(bytes)) : of(new byte[0], bytes);
    }

    private static MailPart at(byte[] bytes, int end) {
        int body = Math.min(afterEmptyLine(bytes, end), bytes.length);
        return of(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, body, bytes.length));
    }

    private static MailPart of(byte[] block, byte[] raw) {
        MailHeaders headers = MailHeaders.parse(block);
        HeaderValue content = HeaderValue.parse(headers.first("Content-Type"));
        HeaderValue disposition = HeaderValue.parse(headers.first("Content-Disposition"));
        String filename = disposition.parameter("filename");
        String name = Decoding.header(filename.isEmpty() ? content.parameter("name") : filename);
        String type = content.type();
        return new MailPart(
                block,
                raw,
                headers,
                type.isEmpty() ? TEXT : type,
                disposition.value().toLowerCase(Locale.ROOT).split("[\\s,]", 2)[0],
                Files.cleaned(name),
                contentId(headers.first("Content-ID").strip()));
    }

    private static @Nullable String contentId(String value) {
        Matcher id = CONTENT_ID.matcher(value);
        String bare =
                id.find() ? id.group(1).strip() : value.replaceAll("[<>]", "").strip();
        return bare.isEmpty() ? null : bare;
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMail() {
        return MAILS.contains(type);
    }

    /** Whether the sender wants it beside the text, not in it. */
    boolean isAttached() {
        return disposition.equals("attachment");
    }

    /** Whether it is one of the texts that are read, by its type. */
    boolean isPlainOrHtml() {
        return type.equals(TEXT) || isHtml();
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    String text() {
        String charset = HeaderValue.parse(headers.first("Content-Type")).parameter("charset");
        return Decoding.text(bytes(), charset).replace("\r\n", "\n").replace("\0", "");
    }

    byte[] bytes() {
        return TransferEncoding.decoded(raw, headers.first("Content-Transfer-Encoding"));
    }

    /** Empty if nothing in it tells one part from the next. Some programs encode the whole, against the rule. */
    List<MailPart> children() {
        String boundary = HeaderValue.parse(headers.first("Content-Type")).parameter("boundary");
        List<byte[]> parts = Multipart.parts(raw, boundary);
        return (parts.isEmpty() ? Multipart.parts(bytes(), boundary) : parts)
                .stream().map(MailPart::part).toList();
    }

    /** Where the empty line starts that ends the headers; the end if there is none. */
    private static int endOfHeaders(byte[] bytes) {
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i == line || (i == line + 1 && bytes[line] == '\r')) {
                    return line;
                }
                line = i + 1;
            }
        }
        return bytes.length;
    }

    private static int afterEmptyLine(byte[] bytes, int line) {
        return line < bytes.length && bytes[line] == '\r' ? line + 2 : line + 1;
    }
}
