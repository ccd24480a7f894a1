package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.LineScanner;
import java.util.Arrays;

/**
 * Decodes base64 as mail programs write it. Characters outside of the alphabet are skipped. Padding ends a chunk and
 * another one may follow: some programs encode a body in chunks and concatenate them. A single last letter is dropped.
 */
final class Base64Decoder {
    /** Letters. Words of a text are shorter on average; base64 is longer even if it is folded with blanks. */
    private static final int LONG_WORD = 20;

    /** Decoded in place: three bytes take the room of four letters that have been read. */
    private final byte[] bytes;

    private int length;
    private int chunkStart; // in the output
    private int letters; // of the chunk
    private int padding; // of the chunk
    private int bits;

    private Base64Decoder(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] decode(byte[] encoded) {
        return new Base64Decoder(encoded.clone()).decode(encoded.length);
    }

    /**
     * Decodes the body of a part. Lines of words, which mail gateways append, are skipped. If most of the body is
     * words, it was not encoded and is returned as it is.
     */
    static byte[] decodeBody(byte[] encoded) {
        byte[] kept = new byte[encoded.length];
        int length = 0;
        int skipped = 0;
        int all = 0;
        int end;
        for (int line = 0; line < encoded.length; line = end + 1) {
            end = LineScanner.endOfLine(encoded, line);
            int characters = characters(encoded, line, end);
            all += characters;
            if (isText(words(encoded, line, end), characters)) {
                skipped += characters;
            } else {
                System.arraycopy(encoded, line, kept, length, end - line);
                length += end - line;
            }
        }
        return 2 * skipped > all ? encoded : new Base64Decoder(kept).decode(length);
    }

    private static boolean isText(int words, int characters) {
        return words > 1 && characters < LONG_WORD * words;
    }

    private static int words(byte[] bytes, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            boolean starts = i == from || LineScanner.isBlank(bytes[i - 1]);
            words += starts && !LineScanner.isBlank(bytes[i]) ? 1 : 0;
        }
        return words;
    }

    private static int characters(byte[] bytes, int from, int to) {
        int characters = 0;
        for (int i = from; i < to; i++) {
            characters += LineScanner.isBlank(bytes[i]) ? 0 : 1;
        }
        return characters;
    }

    private byte[] decode(int end) {
        for (int i = 0; i < end; i++) {
            int value = value(bytes[i]);
            if (value >= 0) {
                letter(value);
            } else if (bytes[i] == '=') {
                padding++;
            }
        }
        return Arrays.copyOf(bytes, isChunk() ? length : chunkStart);
    }

    private void letter(int value) {
        if (padding > 0) {
            startChunk();
        }
        bits = bits << 6 | value;
        if (++letters % 4 != 1) {
            bytes[length++] = (byte) (bits >> 2 * ((4 - letters % 4) % 4));
        }
    }

    private void startChunk() {
        length = isChunk() ? length : chunkStart;
        chunkStart = length;
        letters = 0;
        padding = 0;
    }

    /** Whether the letters since the last padding are a chunk and not an appended word. */
    private boolean isChunk() {
        return chunkStart == 0 || letters > LONG_WORD || (letters + padding) % 4 == 0;
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
}
