package dev.ticketwire.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decodes what mails hold. Whatever is broken in them, something readable comes of it. */
final class Decoding {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Decoding() {}

    /** Undoes a {@code Content-Transfer-Encoding}; an unknown one is taken for none. */
    static byte[] bytes(byte[] encoded, @Nullable String encoding) {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "base64" -> base64(encoded);
            case "quoted-printable" -> quotedPrintable(encoded);
            case "uuencode", "x-uuencode", "x-uue" -> decoded(encoded, name);
            default -> encoded;
        };
    }

    private static byte[] decoded(byte[] encoded, String encoding) {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(encoded), encoding)) {
            return in.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException e) {
            return encoded;
        }
    }

    /** What is no escape stands for itself: the parser's own decoder throws at each one, and that takes seconds. */
    static byte[] quotedPrintable(byte[] encoded) {
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        int kept = 0; // blanks behind it are those at the end of a line, which mean nothing
        for (int i = 0; i < encoded.length; i++) {
            byte b = encoded[i];
            int high = b == '=' && i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
            int next = b == '=' && low < 0 ? endOfLine(encoded, i + 1) : -1;
            if (low >= 0) {
                decoded[length++] = (byte) (high << 4 | low);
                kept = length;
                i += 2;
            } else if (next >= 0) {
                kept = length;
                i = next - 1;
            } else {
                length = b == '\n' || b == '\r' ? kept : length;
                decoded[length++] = b;
                kept = b == ' ' || b == '\t' ? kept : length;
            }
        }
        return Arrays.copyOf(decoded, length);
    }

    /** Where the next line starts if nothing but blanks comes before it; else -1. */
    private static int endOfLine(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i == bytes.length || bytes[i] == '\n' ? Math.min(i + 1, bytes.length) : -1;
    }

    /** Up to the padding; what is not of the alphabet is skipped, and a last character without a partner dropped. */
    static byte[] base64(byte[] encoded) {
        byte[] letters = new byte[encoded.length];
        int length = 0;
        for (byte b : encoded) {
            if (b == '=') {
                break;
            }
            if ((b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/') {
                letters[length++] = b;
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(letters, length % 4 == 1 ? length - 1 : length));
    }

    /** As {@code charset} says, if it is known and fits; else UTF-8 if it is that, else Western. */
    static String text(byte[] bytes, @Nullable String charset) {
        Charset said = charset(charset);
        if (said != null) {
            String text = strictly(bytes, said);
            if (text != null) {
                return text;
            }
        }
        String text = strictly(bytes, StandardCharsets.UTF_8);
        if (text != null) {
            return text;
        }
        return new String(bytes, said == null || said.equals(StandardCharsets.US_ASCII) ? WESTERN : said);
    }

    private static @Nullable Charset charset(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.strip().equalsIgnoreCase("us-ascii")) {
            return StandardCharsets.US_ASCII; // which is Latin 1 to the parser, and hides UTF-8
        }
        try {
            Charset charset = Charset.forName(MimeUtility.javaCharset(name.strip()));
            // Mails that say Latin 1 mean this one: it differs where Latin 1 has control characters.
            return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A header's value as text: unfolded, RFC 2047 words decoded, without control characters. */
    static String header(String raw) {
        String text = MimeUtility.unfold(eightBit(raw));
        try {
            text = MimeUtility.decodeText(text);
        } catch (IOException | RuntimeException e) {
            // An unknown charset: the words stay as they are.
        }
        return printable(text);
    }

    /** The parser reads bytes as Latin 1: where they were UTF-8, they are again. */
    static String eightBit(String raw) {
        return raw.chars().allMatch(c -> c < 0x80) || raw.chars().anyMatch(c -> c > 0xFF)
                ? raw
                : text(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }
}
