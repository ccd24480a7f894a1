package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.LineScanner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A range of a byte array; the array is shared and not copied.
 *
 * @param from index of the first byte
 * @param to index behind the last byte
 */
record ByteSlice(byte[] array, int from, int to) {
    static ByteSlice of(byte[] array) {
        return new ByteSlice(array, 0, array.length);
    }

    int length() {
        return to - from;
    }

    /** @param index from the start of this slice */
    byte at(int index) {
        return array[from + index];
    }

    /** @param start from the start of this slice; past its end the result is empty */
    ByteSlice from(int start) {
        return new ByteSlice(array, Math.min(from + start, to), to);
    }

    /** The first {@code length} bytes. */
    ByteSlice first(int length) {
        return new ByteSlice(array, from, Math.min(from + length, to));
    }

    /** Index of the next LF from {@code start} on, from the start of this slice; the length if there is none. */
    int endOfLine(int start) {
        return LineScanner.endOfLine(array, from + start, to) - from;
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
