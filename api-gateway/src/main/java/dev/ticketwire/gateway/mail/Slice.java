package dev.ticketwire.gateway.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A range of an array, which is shared and not copied.
 *
 * @param from first index
 * @param to index behind the last
 */
record Slice(byte[] array, int from, int to) {
    static Slice of(byte[] array) {
        return new Slice(array, 0, array.length);
    }

    int length() {
        return to - from;
    }

    /** @param index from the start of this slice */
    byte at(int index) {
        return array[from + index];
    }

    /** @param start from the start of this slice; past its end the result is empty */
    Slice from(int start) {
        return new Slice(array, Math.min(from + start, to), to);
    }

    /** The first {@code length} bytes. */
    Slice first(int length) {
        return new Slice(array, from, Math.min(from + length, to));
    }

    byte[] copied() {
        return Arrays.copyOfRange(array, from, to);
    }

    String latin1() {
        return new String(array, from, length(), StandardCharsets.ISO_8859_1);
    }

    ByteArrayInputStream stream() {
        return new ByteArrayInputStream(array, from, length());
    }
}
