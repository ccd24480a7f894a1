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
 * The contents of a {@code winmail.dat} (TNEF, MS-OXTNEF), which Outlook sends to other Outlooks.
 *
 * @param files in order; the container itself is added at the end if a file in it could not be extracted
 * @param html null if there is none
 * @param text plain, made of RTF if need be; null if there is none
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
    private static final int LARGEST = 64 << 20;

    static {
        MAPIAttribute.setMaxRecordLength(LARGEST);
        TNEFAttribute.setMaxRecordLength(LARGEST);
    }

    /** Whether a part of this type and name, or with these bytes, may be one. */
    static boolean isOne(String type, String name, byte[] bytes) {
        return TYPES.contains(type) || NAME.matcher(name).matches() || isSigned(littleEndian(bytes));
    }

    private static boolean isSigned(ByteBuffer bytes) {
        return bytes.remaining() >= 6 && bytes.getInt() == SIGNATURE;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Null if it is none, or broken: then it stays a file. */
    static @Nullable Winmail opened(byte[] container) {
        int end = end(littleEndian(container));
        if (end < 0) {
            return null;
        }
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(container, 0, end));
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
            return new Winmail(List.copyOf(files), html(message), text(message));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * Where its last attribute ends; -1 if not all are there with their checksums: (level, id, type, length, data, sum). What
     * follows, too short for one or padding, is none of it.
     */
    private static int end(ByteBuffer bytes) {
        if (!isSigned(bytes)) {
            return -1;
        }
        bytes.getShort();
        while (bytes.remaining() >= 11 && !isPadding(bytes)) {
            bytes.position(bytes.position() + 5);
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - 2) {
                return -1;
            }
            int sum = 0;
            for (int i = 0; i < length; i++) {
                sum += bytes.get() & 0xFF;
            }
            if ((sum & 0xFFFF) != Short.toUnsignedInt(bytes.getShort())) {
                return -1;
            }
        }
        return bytes.position();
    }

    private static boolean isPadding(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) != 0 && bytes.get(i) != '\r' && bytes.get(i) != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Null if its data is not here, as that of an attached message is not. */
    private static @Nullable Attachment file(org.apache.poi.hmef.Attachment attached, int number) {
        TNEFAttribute data = attached.getAttribute(TNEFProperty.ID_ATTACHDATA);
        if (data == null || isMessage(attached)) {
            return null;
        }
        String name = AttachmentParser.cleaned(name(attached));
        String type =
                string(attached.getMAPIAttribute(MAPIProperty.ATTACH_MIME_TAG)).toLowerCase(Locale.ROOT);
        String guessed = URLConnection.guessContentTypeFromName(name);
        String id = string(attached.getMAPIAttribute(MAPIProperty.ATTACH_CONTENT_ID))
                .replaceAll("[<>]", "");
        return new Attachment(
                name.isEmpty() ? "attachment-" + number : name,
                MEDIA_TYPE.matcher(type).matches() ? type : Objects.requireNonNullElse(guessed, UNKNOWN),
                data.getData(),
                data.getData().length == 0 ? "Unable to save attachment" : null,
                id.isBlank() ? null : id);
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
                : TextDecoder.text(body.getData(), page == null ? null : label(number(page)));
        return filled(html);
    }

    private static @Nullable String text(HMEFMessage message) {
        String plain = filled(string(message.getMessageMAPIAttribute(MAPIProperty.BODY)));
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (plain == null && old != null) {
            plain = filled(TextDecoder.text(old.getData(), null));
        }
        MAPIAttribute rich = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
        return plain != null || rich == null
                ? plain
                : filled(RtfConverter.plain(new String(rich.getData(), StandardCharsets.ISO_8859_1)));
    }

    private static @Nullable String filled(String text) {
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

    /** Of a Windows code page. */
    static @Nullable String label(int page) {
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
