package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.gateway.text.CharsetDecoding;
import dev.ticketwire.gateway.text.HeaderParameters;
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
 * Read here and not by Netty, which takes commas, colons and semicolons out of file names, and copies each file twice.
 */
final class MultipartBody {
    private static final String FILES = "attachments";
    /** More parts than any form has; each costs more than its bytes. */
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

    /** @throws UnreadableBodyException if it has no boundary, no end, or a part that is not UTF-8 or what it says */
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
            int start = afterLine(at + delimiter.length);
            int end = delimiter(start);
            if (end < 0) {
                throw new UnreadableBodyException("the form ends within a part that begins at offset " + start);
            }
            if (parts == MOST_PARTS) {
                throw new UnreadableBodyException("the form has more than " + MOST_PARTS + " parts");
            }
            part(start, beforeLineBreak(start, end));
            at = end;
        }
        Map<String, @Nullable Object> read = FormBody.lists(fields);
        addFiles(read);
        return read;
    }

    private void part(int start, int end) {
        Map<String, String> headers = new LinkedHashMap<>();
        int at = start;
        while (at < end) {
            int next = Math.min(afterLine(at), end);
            String line = new String(bytes, at, next - at, UTF_8).strip();
            at = next;
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        part(headers, at, Math.max(at, end));
    }

    private void part(Map<String, String> headers, int start, int end) {
        String disposition = headers.getOrDefault("content-disposition", "");
        String name = HeaderParameters.of(disposition, "name");
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

    /** Null where the part is no file. Empty is what a browser sends for a field in which no file was chosen. */
    private static @Nullable String fileName(String disposition) {
        String extended = extended(HeaderParameters.of(disposition, "filename*"));
        if (extended != null) {
            return extended;
        }
        String plain = HeaderParameters.of(disposition, "filename");
        return plain == null ? null : unescaped(plain);
    }

    /** RFC 8187: {@code charset'language'percent-encoded}; null if it is not that. */
    private static @Nullable String extended(@Nullable String value) {
        String[] parts = value == null ? new String[0] : value.split("'", 3);
        if (parts.length < 3) {
            return null;
        }
        Charset charset = MediaType.charset(parts[0]);
        return FormBody.percentDecoded(parts[2].replace("+", "%2B"), charset == null ? UTF_8 : charset);
    }

    /** Browsers write what would end the name so (WHATWG HTML, multipart form data). */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private String text(@Nullable String contentType, int start, int end) {
        Charset said = MediaType.of(contentType).charset();
        Charset charset = said == null ? UTF_8 : said;
        byte[] value = Arrays.copyOfRange(bytes, start, end);
        String text = CharsetDecoding.strictly(value, 0, charset);
        if (text == null) {
            int at = start + CharsetDecoding.firstMalformed(value, 0, charset);
            throw new UnreadableBodyException("a field of the form is not " + charset.name() + ": offset " + at);
        }
        return text;
    }

    /** Some clients code files as mails do, although RFC 7578 tells them not to. */
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

    /** Where the next delimiter begins that stands at the beginning of a line, -1 if there is none. */
    private int delimiter(int from) {
        for (int at = from; at >= 0 && at + delimiter.length <= bytes.length; at = nextLine(at)) {
            if (Arrays.equals(bytes, at, at + delimiter.length, delimiter, 0, delimiter.length)
                    && isEndOfLine(at + delimiter.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Only blanks may follow, unless it is the last one; else it is a longer boundary, of a form within a file. */
    private boolean isEndOfLine(int at) {
        int i = at;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i == bytes.length || bytes[i] == '\n' || isHyphens(at);
    }

    private boolean isLast(int at) {
        return isHyphens(at + delimiter.length);
    }

    private boolean isHyphens(int at) {
        return at + 1 < bytes.length && bytes[at] == '-' && bytes[at + 1] == '-';
    }

    private int nextLine(int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int afterLine(int from) {
        int next = nextLine(from);
        return next < 0 ? bytes.length : next;
    }

    /** The line break before a delimiter belongs to it. */
    private int beforeLineBreak(int start, int end) {
        int before = end > start && bytes[end - 1] == '\n' ? end - 1 : end;
        return before > start && before < end && bytes[before - 1] == '\r' ? before - 1 : before;
    }
}
