package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.text.HexEscapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the attachments of a request. Each is {@code {"<file name>": "data:<type>;base64,<data>"}}, where every
 * member is a file, or {@code {"name", "type", "data", "encoding": "base64"}}; files of a form come decoded. An
 * attachment that cannot be decoded does not fail the request.
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
        String clean = cleanName(name);
        return clean.isEmpty() || bytes.length == 0
                ? unusable(clean)
                : new Attachment(clean, type == null || type.isBlank() ? null : mediaType(type), bytes, null);
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
        String name = members.get("name") instanceof String sent ? cleanName(sent) : "";
        if (name.isEmpty() || !(members.get("data") instanceof String data) || data.isEmpty()) {
            return unusable(name);
        }
        String type = members.get("type") instanceof String sent && !sent.isBlank() ? mediaType(sent) : null;
        return members.get("encoding") instanceof String encoding && encoding.equalsIgnoreCase("base64")
                ? base64(name, type, data)
                : new Attachment(name, type, data.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Attachment named(String sent, @Nullable Object value) {
        String name = cleanName(sent);
        if (name.isEmpty() || !(value instanceof String data) || data.isEmpty()) {
            return unusable(name);
        }
        boolean isDataUrl = data.regionMatches(true, 0, "data:", 0, 5) && data.indexOf(',') >= 0;
        return isDataUrl
                ? ofDataUrl(name, data)
                : new Attachment(name, null, data.getBytes(StandardCharsets.UTF_8), null);
    }

    /** RFC 2397: {@code data:<type>[;base64],<data>}. */
    private static Attachment ofDataUrl(String name, String url) {
        int comma = url.indexOf(',');
        String head = url.substring("data:".length(), comma);
        String type = mediaType(head);
        String payload = url.substring(comma + 1);
        return head.toLowerCase(Locale.ROOT).endsWith(";base64")
                ? base64(name, type, payload.indexOf('%') < 0 ? payload : latin1(percentDecoded(payload)))
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
    public static String cleanName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder(last.length());
        last.codePoints().filter(c -> !Character.isISOControl(c)).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** The media type before any parameter, lower case; the default if it is missing. */
    private static String mediaType(String head) {
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

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] percentDecoded(String payload) {
        return HexEscapes.decode(payload.getBytes(StandardCharsets.UTF_8), '%');
    }
}
