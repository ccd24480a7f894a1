package dev.ticketwire.gateway.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The byte order marks of Unicode. */
public enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_32LE(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
    UTF_32BE(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

    /** The mark of UTF-32LE starts with that of UTF-16LE. */
    private static final List<ByteOrderMark> LONGEST_FIRST = List.of(UTF_32LE, UTF_32BE, UTF_8, UTF_16LE, UTF_16BE);

    private final Charset charset;
    private final int[] octets;

    ByteOrderMark(Charset charset, int... octets) {
        this.charset = charset;
        this.octets = octets;
    }

    /** The mark at the start of {@code bytes}, null if there is none. */
    public static @Nullable ByteOrderMark startOf(byte[] bytes) {
        for (ByteOrderMark mark : LONGEST_FIRST) {
            if (mark.startsIn(bytes)) {
                return mark;
            }
        }
        return null;
    }

    /** Whether {@code bytes} start with it. */
    public boolean startsIn(byte[] bytes) {
        for (int i = 0; i < octets.length; i++) {
            if (i == bytes.length || (bytes[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    public Charset charset() {
        return charset;
    }

    /** In bytes. */
    public int length() {
        return octets.length;
    }
}
