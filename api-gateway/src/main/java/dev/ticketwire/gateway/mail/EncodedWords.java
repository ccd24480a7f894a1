package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.Charsets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words (RFC 2047, RFC 2231 section 5) as mail programs write them: anywhere in a text, without blanks around
 * them, with blanks in them, without padding, split within a character. Words that cannot be decoded stay as they are.
 */
final class EncodedWords {
    /** What mail systems write where they know of no charset: read as text is that names none. */
    private static final Pattern NO_CHARSET = Pattern.compile("(?i)(?:x-)?unknown(?:-[78]bit)?|default");

    private final String text;
    private final StringBuilder decoded = new StringBuilder();

    /** Bytes of adjacent words of one charset, not yet decoded. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private @Nullable String charset;

    /**
     * A word.
     *
     * @param charset without a language
     * @param end of it in the text
     */
    private record Word(String charset, byte[] bytes, int end) {}

    private EncodedWords(String text) {
        this.text = text;
    }

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).all() : text;
    }

    /** Where the word ends that starts there; -1 if none does. */
    static int end(String text, int start) {
        Word word = word(text, start);
        return word == null ? -1 : word.end;
    }

    private String all() {
        int from = 0; // end of the text that has been decoded
        int at = text.indexOf("=?");
        while (at >= 0) {
            Word word = word(text, at);
            if (word == null) {
                at = text.indexOf("=?", at + 2);
                continue;
            }
            String between = text.substring(from, at);
            if (charset == null || !between.isBlank()) {
                flush();
                decoded.append(between);
            }
            add(word);
            from = word.end;
            at = text.indexOf("=?", from);
        }
        flush();
        return decoded.append(text, from, text.length()).toString();
    }

    private void add(Word word) {
        if (charset != null && !charset.equalsIgnoreCase(word.charset)) {
            flush();
        }
        charset = word.charset;
        pending.writeBytes(word.bytes);
    }

    private void flush() {
        if (charset != null) {
            decoded.append(TextDecoder.text(pending.toByteArray(), charset));
            pending.reset();
            charset = null;
        }
    }

    private static @Nullable Word word(String text, int start) {
        int encoding = text.startsWith("=?", start) ? text.indexOf('?', start + 2) : -1;
        if (encoding < 0 || encoding + 2 >= text.length() || text.charAt(encoding + 2) != '?') {
            return null;
        }
        String charset = text.substring(start + 2, encoding).split("\\*", 2)[0].strip();
        int end = endOfContent(text, encoding + 3);
        String kind = text.substring(encoding + 1, encoding + 2).toUpperCase(Locale.ROOT);
        if (end < 0 || !isReadable(charset) || (!kind.equals("B") && !kind.equals("Q"))) {
            return null;
        }
        String content = text.substring(encoding + 3, end);
        byte[] bytes =
                kind.equals("B") ? TransferEncoding.base64(content.getBytes(StandardCharsets.ISO_8859_1)) : q(content);
        return bytes.length == 0 && !content.isEmpty() ? null : new Word(charset, bytes, end + 2);
    }

    private static boolean isReadable(String charset) {
        return !Charsets.of(charset).isEmpty() || NO_CHARSET.matcher(charset).matches();
    }

    /** -1 if another word starts first. The search stops there, which keeps it linear. */
    private static int endOfContent(String text, int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            if (text.startsWith("?=", i)) {
                return i;
            }
            if (text.startsWith("=?", i) && !text.startsWith("=?=", i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Differs from quoted-printable: blanks at the end are kept, and {@code _} is a blank. */
    private static byte[] q(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int high = c == '=' && i + 2 < content.length() ? Character.digit(content.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(content.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '_' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
