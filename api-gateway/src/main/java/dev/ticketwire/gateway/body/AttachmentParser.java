package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attachments of a request, decoded: {@code {"<file name>": "data:<type>;base64,<data>"}}, every member a file, or
 * {@code {"name", "type", "data", "encoding": "base64"}}; files of a form are decoded already. One that cannot be used never fails the request.
 */
public final class AttachmentParser {
    private static final String UNUSABLE = "Unable to save attachment";
    private static final String POORLY_ENCODED = "Poorly encoded base64 data";
    private static final byte[] NOTHING = {};

    private AttachmentParser() {}

    /**
     * @param value member {@code attachments}, null if not sent
     * @throws Refused if it is neither a list nor an object
     */
    public static List<Attachment> of(@Nullable Object value) {
        List<Attachment> files = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> add(files, element));
        } else if (value instanceof Map<?, ?>) {
            add(files, value);
        } else if (value != null && !value.equals("")) {
            throw Refused.invalid("attachments");
        }
        return files;
    }

    /**
     * A file of a form.
     *
     * @param type as sent, null if it was not
     */
    static Attachment uploaded(String name, @Nullable String type, byte[] bytes) {
        String clean = cleaned(name);
        return clean.isEmpty() || bytes.length == 0
                ? unusable(clean)
                : new Attachment(clean, type == null || type.isBlank() ? null : media(type), bytes, null);
    }

    private static void add(List<Attachment> files, @Nullable Object element) {
        if (element instanceof Attachment uploaded) {
            files.add(uploaded);
        } else if (!(element instanceof Map<?, ?> members) || members.isEmpty()) {
            files.add(unusable(""));
        } else if (members.containsKey("name") && (members.containsKey("data") || members.containsKey("id"))) {
            files.add(described(members));
        } else {
            members.forEach((name, data) -> files.add(named(String.valueOf(name), data)));
        }
    }

    private static Attachment described(Map<?, ?> members) {
        String name = members.get("name") instanceof String sent ? cleaned(sent) : "";
        if (name.isEmpty() || !(members.get("data") instanceof String data) || data.isEmpty()) {
            return unusable(name);
        }
        String type = members.get("type") instanceof String sent && !sent.isBlank() ? media(sent) : null;
        return members.get("encoding") instanceof String encoding && encoding.equalsIgnoreCase("base64")
                ? base64(name, type, data)
                : new Attachment(name, type, data.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Attachment named(String sent, @Nullable Object value) {
        String name = cleaned(sent);
        if (name.isEmpty() || !(value instanceof String data) || data.isEmpty()) {
            return unusable(name);
        }
        int comma = data.regionMatches(true, 0, "data:", 0, 5) ? data.indexOf(',') : -1;
        if (comma < 0) {
            return new Attachment(name, null, data.getBytes(StandardCharsets.UTF_8), null);
        }
        String head = data.substring(5, comma);
        String type = media(head);
        String payload = data.substring(comma + 1);
        return head.toLowerCase(Locale.ROOT).endsWith(";base64")
                ? base64(name, type, payload.indexOf('%') < 0 ? payload : ascii(percentDecoded(payload)))
                : new Attachment(name, type, percentDecoded(payload), null);
    }

    private static Attachment base64(String name, @Nullable String type, String data) {
        try {
            byte[] bytes = Base64.getDecoder().decode(withoutBlanks(data));
            return bytes.length == 0
                    ? new Attachment(name, type, NOTHING, POORLY_ENCODED)
                    : new Attachment(name, type, bytes, null);
        } catch (IllegalArgumentException e) {
            return new Attachment(name, type, NOTHING, POORLY_ENCODED);
        }
    }

    private static Attachment unusable(String name) {
        return new Attachment(name, null, NOTHING, UNUSABLE);
    }

    /** The last segment of a file's name, without control characters. */
    public static String cleaned(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder(last.length());
        last.codePoints().filter(c -> !Character.isISOControl(c)).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** The media type before any parameter, lower case; the default where there is none. */
    private static String media(String head) {
        int end = head.indexOf(';');
        String type = (end < 0 ? head : head.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "application/octet-stream" : type;
    }

    private static String withoutBlanks(String data) {
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) <= ' ') {
                return data.replaceAll("[ \\t\\r\\n]+", "");
            }
        }
        return data;
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] percentDecoded(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high << 4 | low);
                i += 2;
            }
        }
        return decoded.toByteArray();
    }
}
