package dev.ticketwire.gateway.mail;

import java.util.Arrays;
import java.util.Locale;

/** Decodes a {@code Content-Transfer-Encoding}, malformed ones too. An unknown encoding is taken for 7bit. */
final class TransferEncoding {
    /** Letters. Words of a text are shorter on average, base64 is longer even if it is folded with blanks. */
    private static final int LONG_WORD = 20;

    private TransferEncoding() {}

    /** @param header value of the header; comments, parameters and punctuation in the name are ignored */
    static byte[] decoded(byte[] encoded, String header) {
        String name = HeaderValue.parse(header).value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (name) {
            case "base64", "xbase64", "b" -> base64Lines(encoded);
            case "quotedprintable", "xquotedprintable", "qp", "q" -> quotedPrintable(encoded);
            case "uuencode", "xuuencode", "xuue", "uue" -> uuencoded(encoded);
            default -> encoded;
        };
    }

    /** Invalid escapes stay as they are. */
    static byte[] quotedPrintable(byte[] encoded) {
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        int kept = 0; // end of the output without blanks at the end of the line, which are dropped
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

    /**
     * Skips characters outside the alphabet, and lines of words, which gateways append. Padding ends a chunk and another one
     * may follow: some programs encode a body in chunks and concatenate them. A single last character is dropped. If most of
     * the body is words, it was not encoded and is returned as it is.
     */
    private static byte[] base64Lines(byte[] encoded) {
        byte[] kept = new byte[encoded.length];
        int length = 0;
        int inWords = 0;
        int all = 0;
        for (int line = 0; line < encoded.length; ) {
            int end = line;
            int words = 0;
            int signs = 0;
            for (; end < encoded.length && encoded[end] != '\n'; end++) {
                words += isBlank(encoded[end]) || (end > line && !isBlank(encoded[end - 1])) ? 0 : 1;
                signs += isBlank(encoded[end]) ? 0 : 1;
            }
            all += signs;
            if (words > 1 && signs < LONG_WORD * words) {
                inWords += signs;
            } else {
                System.arraycopy(encoded, line, kept, length, end - line);
                length += end - line;
            }
            line = end + 1;
        }
        return 2 * inWords > all ? encoded : base64(kept, length);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    static byte[] base64(byte[] encoded) {
        return base64(encoded.clone(), encoded.length);
    }

    /** Decodes in place: three bytes take the room of four characters that have been read. */
    private static byte[] base64(byte[] bytes, int end) {
        int length = 0;
        int start = 0; // of what the chunk gave
        int letters = 0;
        int padding = 0;
        int bits = 0;
        for (int i = 0; i < end; i++) {
            byte b = bytes[i];
            int value = value(b);
            padding += b == '=' ? 1 : 0;
            if (value < 0) {
                continue;
            }
            if (padding > 0) {
                length = isChunk(start, letters, padding) ? length : start;
                start = length;
                letters = 0;
                padding = 0;
            }
            bits = bits << 6 | value;
            if (++letters % 4 != 1) {
                bytes[length++] = (byte) (bits >> 2 * ((4 - letters % 4) % 4));
            }
        }
        return Arrays.copyOf(bytes, isChunk(start, letters, padding) ? length : start);
    }

    /** Whether the letters behind a padding are another chunk and not an appended word. */
    private static boolean isChunk(int start, int letters, int padding) {
        return start == 0 || letters > LONG_WORD || (letters + padding) % 4 == 0;
    }

    /** Value of a letter of the alphabet; -1 for any other byte. */
    private static int value(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' ? 62 : b == '/' ? 63 : -1;
    }

    /** The lines between {@code begin} and {@code end}; all of them where there is no {@code begin}. */
    static byte[] uuencoded(byte[] encoded) {
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        int line = afterBegin(encoded);
        while (line < encoded.length) {
            int end = line;
            while (end < encoded.length && encoded[end] != '\n') {
                end++;
            }
            int bytes = encoded[line] - ' ' & 0x3F;
            if (bytes == 0 || encoded[line] == '\r' || encoded[line] == '\n' || startsWith(encoded, line, "end")) {
                break;
            }
            for (int i = 0; i < bytes && length < decoded.length; i++) {
                int at = line + 1 + i / 3 * 4 + i % 3;
                decoded[length++] = eightBits(encoded, at, end, i % 3);
            }
            line = end + 1;
        }
        return Arrays.copyOf(decoded, length);
    }

    /** @param place of the byte in its group of three, which four characters hold */
    private static byte eightBits(byte[] encoded, int at, int end, int place) {
        int twelve = sixBits(encoded, at, end) << 6 | sixBits(encoded, at + 1, end);
        return (byte) (twelve >> 4 - 2 * place);
    }

    private static int sixBits(byte[] encoded, int at, int end) {
        return at < end && encoded[at] != '\r' ? encoded[at] - ' ' & 0x3F : 0;
    }

    private static int afterBegin(byte[] encoded) {
        for (int line = 0; line < encoded.length; ) {
            int end = line;
            while (end < encoded.length && encoded[end] != '\n') {
                end++;
            }
            if (startsWith(encoded, line, "begin ")) {
                return end + 1;
            }
            line = end + 1;
        }
        return 0;
    }

    private static boolean startsWith(byte[] bytes, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
