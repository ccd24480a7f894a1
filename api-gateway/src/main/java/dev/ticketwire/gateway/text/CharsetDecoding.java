package dev.ticketwire.gateway.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Byte order marks, and bytes that are none of the charset that they should be of. */
public final class CharsetDecoding {
    private static final int CHUNK = 4096;

    private CharsetDecoding() {}

    /**
     * A byte order mark.
     *
     * @param charset what it stands for
     * @param length in bytes
     */
    public record Mark(Charset charset, int length) {}

    /** The mark that {@code bytes} begin with, null if there is none. */
    public static @Nullable Mark mark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Mark(StandardCharsets.UTF_8, 3);
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return new Mark(Charset.forName("UTF-32LE"), 4);
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return new Mark(Charset.forName("UTF-32BE"), 4);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new Mark(StandardCharsets.UTF_16LE, 2);
        }
        return starts(bytes, 0xFE, 0xFF) ? new Mark(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Offset of the first byte that is not of {@code charset}, -1 if all are. Keeps no copy of them. */
    public static int firstMalformed(byte[] bytes, int from, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(Math.min(CHUNK, in.remaining() + 1));
        CharsetDecoder decoder = charset.newDecoder();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /** The text, null if the bytes are not of {@code charset}. */
    public static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
