package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.gateway.body.AttachmentParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a {@code winmail.dat} (TNEF, MS-OXTNEF), in which Outlook sends text and files to other Outlooks.
 *
 * @param files in order; the container itself is added at the end if a file in it could not be extracted
 * @param html null if there is none
 * @param text plain, converted from RTF if there is no other; null if there is none
 */
record Winmail(
        List<Attachment> files,
        @Nullable String html,
        @Nullable String text) {
    private static final Set<String> TYPES =
            Set.of("application/ms-tnef", "application/vnd.ms-tnef", "application/x-tnef");

    private static final Pattern NAME = Pattern.compile("(?i)win(?:mail)?\\.dat");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,100}/[\\w!#$&^.+-]{1,100}");
    private static final String UNKNOWN = "application/octet-stream";
    private static final int SIGNATURE = HMEFMessage.HEADER_SIGNATURE;
    private static final int LARGEST_RECORD = 64 << 20;

    static {
        MAPIAttribute.setMaxRecordLength(LARGEST_RECORD);
        TNEFAttribute.setMaxRecordLength(LARGEST_RECORD);
    }

    /** Whether a part may be a container, by its type, its name or its first bytes. */
    static boolean mayBe(String type, String name, byte[] bytes) {
        return TYPES.contains(type) || NAME.matcher(name).matches() || isSigned(littleEndian(bytes));
    }

    private static boolean isSigned(ByteBuffer bytes) {
        return bytes.remaining() >= 6 && bytes.getInt() == SIGNATURE;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Null if it is not a container, or is broken; it then stays a file. */
    static @Nullable Winmail open(byte[] container) {
        int end = endOfAttributes(littleEndian(container));
        if (end < 0) {
            return null;
        }
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(container, 0, end));
            return new Winmail(files(message, container), html(message), text(message));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static List<Attachment> files(HMEFMessage message, byte[] container) {
        List<Attachment> files = new ArrayList<>();
        boolean complete = true;
        for (var attached : message.getAttachments()) {
            Attachment file = file(attached, files.size() + 1);
            complete &= file != null;
            if (file != null) {
                files.add(file);
            }
        }
        if (!complete) {
            files.add(new Attachment("winmail.dat", "application/ms-tnef", container, null));
        }
        return List.copyOf(files);
    }

    /**
     * Index behind the last attribute; -1 if an attribute is incomplete or its checksum is wrong. An attribute is level
     * (1 byte), id and type (4), length (4), data, checksum (2). Padding, or a rest too short for an attribute, is
     * ignored.
     */
    private static int endOfAttributes(ByteBuffer bytes) {
        if (!isSigned(bytes)) {
            return -1;
        }
        bytes.getShort();
        while (bytes.remaining() >= 11 && !isPadding(bytes)) {
            bytes.position(bytes.position() + 5);
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - 2 || checksum(bytes, length) != bytes.getShort()) {
                return -1;
            }
        }
        return bytes.position();
    }

    private static short checksum(ByteBuffer bytes, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += bytes.get() & 0xFF;
        }
        return (short) sum;
    }

    private static boolean isPadding(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) != 0 && bytes.get(i) != '\r' && bytes.get(i) != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Null if its data is not in the container, as that of an attached message is not. */
    private static @Nullable Attachment file(org.apache.poi.hmef.Attachment attached, int number) {
        TNEFAttribute data = attached.getAttribute(TNEFProperty.ID_ATTACHDATA);
        if (data == null || isMessage(attached)) {
            return null;
        }
        String name = AttachmentParser.cleanName(name(attached));
        String contentId = string(attached.getMAPIAttribute(MAPIProperty.ATTACH_CONTENT_ID))
                .replaceAll("[<>]", "");
        return new Attachment(
                name.isEmpty() ? "attachment-" + number : name,
                mediaType(attached, name),
                data.getData(),
                data.getData().length == 0 ? "Unable to save attachment" : null,
                contentId.isBlank() ? null : contentId);
    }

    private static String mediaType(org.apache.poi.hmef.Attachment attached, String name) {
        String type =
                string(attached.getMAPIAttribute(MAPIProperty.ATTACH_MIME_TAG)).toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches()
                ? type
                : Objects.requireNonNullElse(URLConnection.guessContentTypeFromName(name), UNKNOWN);
    }

    private static boolean isMessage(org.apache.poi.hmef.Attachment attached) {
        MAPIAttribute method = attached.getMAPIAttribute(MAPIProperty.ATTACH_METHOD);
        return method != null && number(method) == 5;
    }

    private static String name(org.apache.poi.hmef.Attachment attached) {
        for (MAPIProperty property : List.of(MAPIProperty.ATTACH_LONG_FILENAME, MAPIProperty.ATTACH_FILENAME)) {
            String name = string(attached.getMAPIAttribute(property));
            if (!name.isBlank()) {
                return name;
            }
        }
        String title = attached.getFilename();
        return title == null ? "" : title;
    }

    private static @Nullable String html(HMEFMessage message) {
        MAPIAttribute body = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (body == null) {
            return null;
        }
        MAPIAttribute page = message.getMessageMAPIAttribute(MAPIProperty.INTERNET_CPID);
        String html = body instanceof MAPIStringAttribute string
                ? string.getDataString()
                : TextDecoder.decode(body.getData(), page == null ? null : charsetLabel(number(page)));
        return nullIfEmpty(html);
    }

    private static @Nullable String text(HMEFMessage message) {
        String plain = nullIfEmpty(string(message.getMessageMAPIAttribute(MAPIProperty.BODY)));
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (plain == null && old != null) {
            plain = nullIfEmpty(TextDecoder.decode(old.getData(), null));
        }
        MAPIAttribute rich = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
        return plain != null || rich == null
                ? plain
                : nullIfEmpty(RtfConverter.toPlainText(new String(rich.getData(), StandardCharsets.ISO_8859_1)));
    }

    /** With LF line ends and without zero characters; null if nothing is left. */
    private static @Nullable String nullIfEmpty(String text) {
        String filled = text.replace("\r\n", "\n").replace("\0", "").strip();
        return filled.isEmpty() ? null : filled;
    }

    private static String string(@Nullable MAPIAttribute attribute) {
        String text = attribute == null ? null : MAPIStringAttribute.getAsString(attribute);
        return text == null ? "" : text.replace("\0", "").strip();
    }

    private static int number(MAPIAttribute attribute) {
        byte[] data = attribute.getData();
        return data.length < 4
                ? 0
                : ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    /** The charset label of a Windows code page. */
    static @Nullable String charsetLabel(int page) {
        return switch (page) {
            case 20127 -> "us-ascii";
            case 20866 -> "koi8-r";
            case 21866 -> "koi8-u";
            case 20932, 51932 -> "euc-jp";
            case 51949 -> "euc-kr";
            case 52936, 54936 -> "gb18030";
            default -> page >= 28591 && page <= 28606 ? "iso-8859-" + (page - 28590) : "cp" + page;
        };
    }
}
