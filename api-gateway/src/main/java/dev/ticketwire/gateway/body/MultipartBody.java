package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.gateway.text.CharsetDecoding;
import dev.ticketwire.gateway.text.HeaderParameters;
import dev.ticketwire.gateway.text.LineScanner;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forms with files (RFC 7578). Files become elements of the member {@code attachments}, whatever their field is called.
 * Own code, since Netty removes commas, colons and semicolons from file names, and copies each file twice.
 */
final class MultipartBody {
    private static final String FILES = "attachments";
    /** More than any form has; each part takes more memory than its bytes. */
    private static final int MOST_PARTS = 1000;

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private final Payload body;
    private final byte[] bytes;
    private final byte[] delimiter;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final List<Attachment> files = new ArrayList<>();

    private MultipartBody(Payload body, String boundary) {
        this.body = body;
        this.bytes = body.bytes();
        this.delimiter = ("--" + boundary).getBytes(UTF_8);
    }

    /** @throws UnreadableBodyException if it has no boundary, no end, or a part that is not in its charset */
    static Map<String, @Nullable Object> parse(Payload body) {
        String boundary = body.type().boundary();
        if (boundary == null || boundary.isEmpty()) {
            throw new UnreadableBodyException("its content type, multipart/form-data, names no boundary");
        }
        return new MultipartBody(body, boundary).parse();
    }

    private Map<String, @Nullable Object> parse() {
        int at = delimiter(body.from());
        if (at < 0) {
            throw new UnreadableBodyException("the boundary that its content type names is nowhere in the form");
        }
        for (int parts = 0; !isLast(at); parts++) {
            at = part(at, parts);
        }
        Map<String, @Nullable Object> read = FormBody.lists(fields);
        addFiles(read);
        return read;
    }

    /**
     * Reads the part behind a delimiter.
     *
     * @param number from 0
     * @return index of the delimiter that ends it
     */
    private int part(int delimiter, int number) {
        int start = LineScanner.nextLine(bytes, delimiter + this.delimiter.length);
        int end = delimiter(start);
        if (end < 0) {
            throw new UnreadableBodyException("the form ends within a part that begins at offset " + start);
        }
        if (number == MOST_PARTS) {
            throw new UnreadableBodyException("the form has more than " + MOST_PARTS + " parts");
        }
        int contentEnd = beforeLineBreak(start, end);
        Map<String, String> headers = new LinkedHashMap<>();
        int content = headers(start, contentEnd, headers);
        part(headers, content, Math.max(content, contentEnd));
        return end;
    }

    /** @return index of the first byte behind the headers and their empty line */
    private int headers(int start, int end, Map<String, String> headers) {
        int at = start;
        while (at < end) {
            int next = Math.min(LineScanner.nextLine(bytes, at), end);
            String line = new String(bytes, at, next - at, UTF_8).strip();
            at = next;
            if (line.isEmpty()) {
                break;
            }
            addHeader(line, headers);
        }
        return at;
    }

    private static void addHeader(String line, Map<String, String> headers) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.put(name, line.substring(colon + 1).strip());
        }
    }

    private void part(Map<String, String> headers, int start, int end) {
        String disposition = headers.getOrDefault("content-disposition", "");
        String name = HeaderParameters.find(disposition, "name");
        if (name == null) {
            return;
        }
        String fileName = fileName(disposition);
        if (fileName == null) {
            FormBody.put(fields, name, text(headers.get("content-type"), start, end));
        } else if (!fileName.isEmpty() || start < end) {
            files.add(AttachmentParser.uploaded(fileName, headers.get("content-type"), content(headers, start, end)));
        }
    }

    /** Null if the part is not a file. Browsers send an empty name if no file was chosen. */
    private static @Nullable String fileName(String disposition) {
        String extended = extended(HeaderParameters.find(disposition, "filename*"));
        if (extended != null) {
            return extended;
        }
        String plain = HeaderParameters.find(disposition, "filename");
        return plain == null ? null : unescaped(plain);
    }

    /** RFC 8187: {@code charset'language'percent-encoded}; null if it does not have that form. */
    private static @Nullable String extended(@Nullable String value) {
        String[] parts = value == null ? new String[0] : value.split("'", 3);
        if (parts.length < 3) {
            return null;
        }
        Charset charset = MediaType.charset(parts[0]);
        return FormBody.percentDecoded(parts[2].replace("+", "%2B"), charset == null ? UTF_8 : charset);
    }

    /** Decodes the three characters that browsers escape in names (WHATWG HTML, multipart form data). */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private String text(@Nullable String contentType, int start, int end) {
        Charset said = MediaType.parse(contentType).charset();
        Charset charset = said == null ? UTF_8 : said;
        byte[] value = Arrays.copyOfRange(bytes, start, end);
        String text = CharsetDecoding.strictly(value, 0, charset);
        if (text == null) {
            int at = start + CharsetDecoding.firstMalformed(value, 0, charset);
            throw new UnreadableBodyException("a field of the form is not " + charset.name() + ": offset " + at);
        }
        return text;
    }

    /** Some clients encode files in base64 as in mails, although RFC 7578 forbids it. */
    private byte[] content(Map<String, String> headers, int start, int end) {
        byte[] content = Arrays.copyOfRange(bytes, start, end);
        if (!"base64".equalsIgnoreCase(headers.get("content-transfer-encoding"))) {
            return content;
        }
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            return content;
        }
    }

    private void addFiles(Map<String, @Nullable Object> read) {
        if (files.isEmpty()) {
            return;
        }
        Object sent = read.get(FILES);
        List<Object> all = new ArrayList<>();
        if (sent instanceof List<?> list) {
            all.addAll(list);
        } else if (sent != null && !sent.equals("")) {
            all.add(sent);
        }
        all.addAll(files);
        read.put(FILES, all);
    }

    /** Index of the next delimiter at the start of a line, -1 if there is none. */
    private int delimiter(int from) {
        for (int at = from; at + delimiter.length <= bytes.length; at = LineScanner.nextLine(bytes, at)) {
            int end = at + delimiter.length;
            if (Arrays.equals(bytes, at, end, delimiter, 0, delimiter.length) && isEndOfDelimiter(end)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Only blanks may follow, or the hyphens of the last one; otherwise it is a longer boundary, of a form in a file.
     */
    private boolean isEndOfDelimiter(int at) {
        return LineScanner.isRestBlank(bytes, at) || isHyphens(at);
    }

    private boolean isLast(int at) {
        return isHyphens(at + delimiter.length);
    }

    private boolean isHyphens(int at) {
        return at + 1 < bytes.length && bytes[at] == '-' && bytes[at + 1] == '-';
    }

    /** The line break before a delimiter belongs to it. */
    private int beforeLineBreak(int start, int end) {
        int before = end > start && bytes[end - 1] == '\n' ? end - 1 : end;
        return before > start && before < end && bytes[before - 1] == '\r' ? before - 1 : before;
    }
}
