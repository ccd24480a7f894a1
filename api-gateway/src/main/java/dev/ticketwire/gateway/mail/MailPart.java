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
 * @param decodings how many of the multiparts around it had a transfer encoding
 * @param type media type in lower case; {@code text/plain} if none is given
 * @param disposition first word of {@code Content-Disposition}, lower case; empty if there is none
 * @param name of the file, decoded and without its path; empty if it has none
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

    private static final Pattern CONTENT_HEADER = Pattern.compile("(?im)^content-");
    /** In bytes. */
    private static final int LONGEST_FIRST_LINE = 1000;

    /** In bytes. */
    private static final int LONGEST_SEARCH = 65_536;

    /** Encoded multiparts inside each other that are decoded. Each copies the rest of the mail. */
    private static final int MOST_DECODINGS = 2;

    /**
     * A part that is not parsed yet: its parsed headers take far more memory than its bytes.
     *
     * @param decodings see {@link MailPart}
     */
    record Unparsed(ByteSlice bytes, int decodings) {}

    /**
     * A whole mail. Other lines may precede the first header.
     *
     * @param headerBytes in bytes
     * @return null if the header block is longer; it is not parsed then
     */
    static @Nullable MailPart mail(ByteSlice bytes, long headerBytes) {
        int end = endOfHeaders(bytes);
        return end > headerBytes ? null : at(bytes, end, 0);
    }

    /**
     * A part. It has no headers if its first line is not a header, or if no empty line ends them and none of them is a
     * {@code Content-} header. If its header block is longer than {@code headerBytes}, it is not parsed and the whole
     * part is a file of unknown type.
     */
    static MailPart parse(Unparsed found, long headerBytes) {
        ByteSlice bytes = found.bytes;
        if (!startsWithHeader(bytes)) {
            return of(bytes.first(0), bytes, found.decodings);
        }
        int endOfHeaders = endOfHeaders(bytes);
        if (endOfHeaders == bytes.length() && !hasContentHeader(bytes)) {
            return of(bytes.first(0), bytes, found.decodings);
        }
        return endOfHeaders > headerBytes ? unknown(found) : at(bytes, endOfHeaders, found.decodings);
    }

    private static boolean startsWithHeader(ByteSlice bytes) {
        ByteSlice start = bytes.first(LONGEST_FIRST_LINE);
        String firstLine = start.first(start.endOfLine(0)).latin1();
        return firstLine.isBlank() || MailHeaders.isHeader(firstLine);
    }

    private static boolean hasContentHeader(ByteSlice bytes) {
        return CONTENT_HEADER.matcher(bytes.first(LONGEST_SEARCH).latin1()).find();
    }

    private static MailPart unknown(Unparsed found) {
        ByteSlice none = found.bytes.first(0);
        return new MailPart(none, found.bytes, found.decodings, MailHeaders.parse(none), UNKNOWN, "", "", null);
    }

    private static MailPart at(ByteSlice bytes, int end, int decodings) {
        return of(bytes.first(end), bytes.from(afterEmptyLine(bytes, end)), decodings);
    }

    private static MailPart of(ByteSlice block, ByteSlice raw, int decodings) {
        MailHeaders headers = MailHeaders.parse(block);
        HeaderValue content = HeaderValue.parse(headers.first("Content-Type"));
        HeaderValue disposition = HeaderValue.parse(headers.first("Content-Disposition"));
        String type = content.type().isEmpty() ? TEXT : content.type();
        String placement = disposition.value().toLowerCase(Locale.ROOT).split("[\\s,]", 2)[0];
        String contentId = contentId(headers.first("Content-ID").strip());
        return new MailPart(block, raw, decodings, headers, type, placement, fileName(disposition, content), contentId);
    }

    private static String fileName(HeaderValue disposition, HeaderValue content) {
        String name = disposition.parameter("filename");
        return AttachmentParser.cleanName(TextDecoder.decodeHeader(name.isEmpty() ? content.parameter("name") : name));
    }

    private static @Nullable String contentId(String value) {
        Matcher id = CONTENT_ID.matcher(value);
        String bare =
                id.find() ? id.group(1).strip() : value.replaceAll("[<>]", "").strip();
        return bare.isEmpty() ? null : bare;
    }

    /** This part in a digest, where a part without a type is a mail (RFC 2046, 5.1.5). */
    MailPart inDigest() {
        return headers.first("Content-Type").isBlank()
                ? new MailPart(block, raw, decodings, headers, "message/rfc822", disposition, name, contentId)
                : this;
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMail() {
        return MAILS.contains(type);
    }

    /** Whether the sender wants it as a file, not as a part of the text. */
    boolean isAttached() {
        return disposition.equals("attachment");
    }

    /** Whether its type is text/plain or text/html. */
    boolean isPlainOrHtml() {
        return type.equals(TEXT) || isHtml();
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    String text() {
        return TextDecoder.decode(bytes(), headers.charset())
                .replace("\r\n", "\n")
                .replace("\0", "");
    }

    /** The body, decoded. Each call makes a copy. */
    byte[] bytes() {
        return TransferEncoding.decode(raw.copied(), headers.first("Content-Transfer-Encoding"));
    }

    /**
     * The parts of a multipart; empty if no boundary is found. Some programs encode the whole multipart, against RFC
     * 2045: then it is decoded first.
     */
    List<Unparsed> children() {
        String boundary = HeaderValue.parse(headers.first("Content-Type")).parameter("boundary");
        List<ByteSlice> parts = MultipartSplitter.split(raw, boundary);
        boolean decode = parts.isEmpty() && decodings < MOST_DECODINGS;
        List<ByteSlice> found = decode ? MultipartSplitter.split(ByteSlice.of(bytes()), boundary) : parts;
        return found.stream()
                .map(part -> new Unparsed(part, decode ? decodings + 1 : decodings))
                .toList();
    }

    /** Index of the empty line that ends the headers; the length if there is none. */
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
