package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.Charsets;
import dev.ticketwire.osticket.text.HexEscapes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words (RFC 2047, RFC 2231 section 5) as mail programs write them: anywhere in a text, without blanks around
 * them, with blanks in them, without padding, split within a character. Words that cannot be decoded stay as they are.
 */
final class EncodedWords {
    /** Labels of mail systems that do not know the charset; the text is decoded as if there were no label. */
    private static final Pattern NO_CHARSET = Pattern.compile("(?i)(?:x-)?unknown(?:-[78]bit)?|default");

    private final String text;
    private final StringBuilder decoded = new StringBuilder();

    /** Bytes of adjacent words of one charset, not yet decoded. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private @Nullable String charset;

    /**
     * An encoded word, decoded from base64 or quoted-printable.
     *
     * @param charset label without the language
     * @param end index in the text behind the word
     */
    private record Word(String charset, byte[] bytes, int end) {}

    private EncodedWords(String text) {
        this.text = text;
    }

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decode() : text;
    }

    /** Index behind the word that starts at {@code start}; -1 if no word starts there. */
    static int end(String text, int start) {
        Word word = word(text, start);
        return word == null ? -1 : word.end;
    }

    private String decode() {
        int end = 0; // of the text that has been decoded
        int at = text.indexOf("=?");
        while (at >= 0) {
            Word word = word(text, at);
            if (word != null) {
                addText(text.substring(end, at));
                addWord(word);
                end = word.end;
            }
            at = text.indexOf("=?", word == null ? at + 2 : end);
        }
        flush();
        return decoded.append(text, end, text.length()).toString();
    }

    /** Blanks between two words are not part of the text. */
    private void addText(String between) {
        if (charset == null || !between.isBlank()) {
            flush();
            decoded.append(between);
        }
    }

    private void addWord(Word word) {
        if (charset != null && !charset.equalsIgnoreCase(word.charset)) {
            flush();
        }
        charset = word.charset;
        pending.writeBytes(word.bytes);
    }

    private void flush() {
        if (charset != null) {
            decoded.append(TextDecoder.decode(pending.toByteArray(), charset));
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
        if (end < 0 || !isDecodable(charset)) {
            return null;
        }
        String content = text.substring(encoding + 3, end);
        byte[] bytes = decode(text.charAt(encoding + 1), content);
        return bytes == null || (bytes.length == 0 && !content.isEmpty()) ? null : new Word(charset, bytes, end + 2);
    }

    /** Null if the encoding is neither B nor Q. */
    private static byte @Nullable [] decode(char encoding, String content) {
        return switch (encoding) {
            case 'B', 'b' -> Base64Decoder.decode(content.getBytes(StandardCharsets.ISO_8859_1));
            case 'Q', 'q' -> decodeQ(content);
            default -> null;
        };
    }

    private static boolean isDecodable(String charset) {
        return !Charsets.forLabel(charset).isEmpty()
                || NO_CHARSET.matcher(charset).matches();
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
    private static byte[] decodeQ(String content) {
        return HexEscapes.decode(content.replace('_', ' ').getBytes(StandardCharsets.UTF_8), '=');
    }
}
