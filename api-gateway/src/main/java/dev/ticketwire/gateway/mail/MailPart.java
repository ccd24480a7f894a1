package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.body.AttachmentParser;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail, or a part of one. Unreadable headers count as absent.
 *
 * @param block the header block, as sent
 * @param raw the body, as sent; part of the array of the mail, unless {@code decodings} is above 0
 * @param decodings how many multiparts around it were decoded to get at their parts
 * @param type media type in lower case; {@code text/plain} if none is given
 * @param disposition first word of {@code Content-Disposition}, lower case; empty if there is none
 * @param name of the file, decoded and cleaned; empty if it has none
 * @param contentId without its angle brackets; null if it has none
 */
record MailPart(
        ByteSlice block,
        ByteSlice raw,
        int decodings,
        MailHeaders headers,
        String type,
        String disposition,
        String name,
        @Nullable String contentId) {
    private static final String TEXT = "text/plain";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> MAILS = Set.of("message/rfc822", "message/global", "message/news");
    private static final Pattern CONTENT_ID = Pattern.compile("<([^<>]{1,1000})>");

    private static final Pattern DESCRIPTION = Pattern.compile("(?im)^content-");
    private static final int LONGEST_SEARCH = 65_536;

    /** Encoded multiparts inside each other that are decoded. Each one is a copy of what is left of the mail. */
    private static final int MOST_DECODINGS = 2;

    /**
     * A part that was found, not yet parsed: its headers take far more memory than its bytes.
     *
     * @param decodings as of {@link MailPart}
     */
    record Unread(ByteSlice bytes, int decodings) {}

    /**
     * A whole mail. Lines that are no headers may stand before the first header.
     *
     * @param longestHeaders in bytes
     * @return null if the header block is longer; it is not parsed then
     */
    static @Nullable MailPart mail(ByteSlice bytes, long longestHeaders) {
        int end = endOfHeaders(bytes);
        return end > longestHeaders ? null : at(bytes, end, 0);
    }

    /**
     * A part. If its first line is no header, or no empty line ends its headers and none of them describes it, it has no
     * headers. If its header block is longer than {@code longestHeaders}
     * bytes it is not parsed, and the whole part is a file of unknown type.
     */
    static MailPart part(Unread found, long longestHeaders) {
        ByteSlice bytes = found.bytes;
        int end = 0;
        while (end < bytes.length() && end < 1000 && bytes.at(end) != '\n') {
            end++;
        }
        String first = bytes.first(end).latin1();
        if (!first.isBlank() && !MailHeaders.isHeader(first)) {
            return of(bytes.first(0), bytes, found.decodings);
        }
        int endOfHeaders = endOfHeaders(bytes);
        if (endOfHeaders == bytes.length()
                && !DESCRIPTION.matcher(bytes.first(LONGEST_SEARCH).latin1()).find()) {
            return of(bytes.first(0), bytes, found.decodings);
        }
        return endOfHeaders > longestHeaders
                ? new MailPart(
                        bytes.first(0),
                        bytes,
                        found.decodings,
                        MailHeaders.parse(bytes.first(0)),
                        UNKNOWN,
                        "",
                        "",
                        null)
                : at(bytes, endOfHeaders, found.decodings);
    }

    private static MailPart at(ByteSlice bytes, int end, int decodings) {
        return of(bytes.first(end), bytes.from(afterEmptyLine(bytes, end)), decodings);
    }

    private static MailPart of(ByteSlice block, ByteSlice raw, int decodings) {
        MailHeaders headers = MailHeaders.parse(block);
        HeaderValue content = HeaderValue.parse(headers.first("Content-Type"));
        HeaderValue disposition = HeaderValue.parse(headers.first("Content-Disposition"));
        String filename = disposition.parameter("filename");
        String name = TextDecoder.header(filename.isEmpty() ? content.parameter("name") : filename);
        String type = content.type();
        return new MailPart(
                block,
                raw,
                decodings,
                headers,
                type.isEmpty() ? TEXT : type,
                disposition.value().toLowerCase(Locale.ROOT).split("[\\s,]", 2)[0],
                AttachmentParser.cleaned(name),
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
        return TextDecoder.text(bytes(), headers.charset())
                .replace("\r\n", "\n")
                .replace("\0", "");
    }

    /** The body, decoded. Each call makes a copy. */
    byte[] bytes() {
        return TransferEncoding.decoded(raw.copied(), headers.first("Content-Transfer-Encoding"));
    }

    /** Empty if no boundary is found. Some programs encode the whole multipart, against RFC 2045: then it is decoded first. */
    List<Unread> children() {
        String boundary = HeaderValue.parse(headers.first("Content-Type")).parameter("boundary");
        List<ByteSlice> parts = MultipartSplitter.parts(raw, boundary);
        boolean decode = parts.isEmpty() && decodings < MOST_DECODINGS;
        List<ByteSlice> found = decode ? MultipartSplitter.parts(ByteSlice.of(bytes()), boundary) : parts;
        return found.stream()
                .map(part -> new Unread(part, decode ? decodings + 1 : decodings))
                .toList();
    }

    /** Where the empty line starts that ends the headers; the end if there is none. */
    private static int endOfHeaders(ByteSlice bytes) {
        int line = 0;
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) == '\n') {
                if (i == line || (i == line + 1 && bytes.at(line) == '\r')) {
                    return line;
                }
                line = i + 1;
            }
        }
        return bytes.length();
    }

    private static int afterEmptyLine(ByteSlice bytes, int line) {
        return line < bytes.length() && bytes.at(line) == '\r' ? line + 2 : line + 1;
    }
}
