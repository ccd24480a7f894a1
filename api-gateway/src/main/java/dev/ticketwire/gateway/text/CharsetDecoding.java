package dev.ticketwire.gateway.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** Decodes bytes in one charset, and finds bytes that are invalid in it. */
public final class CharsetDecoding {
    private static final int CHUNK = 4096;

    private CharsetDecoding() {}

    /** The text; null if bytes are invalid in {@code charset}. */
    public static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
        return decode(ByteBuffer.wrap(bytes, from, bytes.length - from), charset, CodingErrorAction.REPORT);
    }

    /** The text with replacement characters; null if the decoder fails, as the one for UTF-7 does. */
    public static @Nullable String replacing(byte[] bytes, Charset charset) {
        return decode(ByteBuffer.wrap(bytes), charset, CodingErrorAction.REPLACE);
    }

    private static @Nullable String decode(ByteBuffer bytes, Charset charset, CodingErrorAction action) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Offset of the first byte that is invalid in {@code charset}, -1 if all are valid. Keeps no copy of the text. */
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
}
