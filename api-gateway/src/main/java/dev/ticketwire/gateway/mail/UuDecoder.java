package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.LineScanner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes uuencoded lines (POSIX uuencode): those between {@code begin} and {@code end}, or all if there is no
 * {@code begin}.
 */
final class UuDecoder {
    private static final byte[] BEGIN = "begin ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);

    private final byte[] encoded;
    private final byte[] decoded;
    private int length;

    private UuDecoder(byte[] encoded) {
        this.encoded = encoded;
        this.decoded = new byte[encoded.length];
    }

    static byte[] decode(byte[] encoded) {
        return new UuDecoder(encoded).decode();
    }

    private byte[] decode() {
        int end;
        for (int line = afterBegin(); line < encoded.length && !isLast(line); line = end + 1) {
            end = LineScanner.endOfLine(encoded, line);
            line(line, end);
        }
        return Arrays.copyOf(decoded, length);
    }

    private int afterBegin() {
        int end;
        for (int line = 0; line < encoded.length; line = end + 1) {
            end = LineScanner.endOfLine(encoded, line);
            if (startsWith(BEGIN, line)) {
                return end + 1;
            }
        }
        return 0;
    }

    private boolean isLast(int line) {
        return bytesInLine(line) == 0 || encoded[line] == '\r' || encoded[line] == '\n' || startsWith(END, line);
    }

    private int bytesInLine(int line) {
        return encoded[line] - ' ' & 0x3F;
    }

    private void line(int line, int end) {
        int bytes = bytesInLine(line);
        for (int i = 0; i < bytes && length < decoded.length; i++) {
            decoded[length++] = octet(line + 1 + i / 3 * 4 + i % 3, end, i % 3);
        }
    }

    /** @param place of the byte in its group of three, which four characters hold */
    private byte octet(int at, int end, int place) {
        int twelveBits = sixBits(at, end) << 6 | sixBits(at + 1, end);
        return (byte) (twelveBits >> 4 - 2 * place);
    }

    private int sixBits(int at, int end) {
        return at < end && encoded[at] != '\r' ? encoded[at] - ' ' & 0x3F : 0;
    }

    private boolean startsWith(byte[] word, int at) {
        return at + word.length <= encoded.length && Arrays.equals(encoded, at, at + word.length, word, 0, word.length);
    }
}
