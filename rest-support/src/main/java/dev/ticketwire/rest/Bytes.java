package dev.ticketwire.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow; text goes in as UTF-8 without a string in between. */
final class Bytes extends OutputStream {
    private byte[] bytes = new byte[1024];
    private int size;

    @Override
    public void write(int b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** A text of nothing but ASCII. */
    @SuppressWarnings("deprecation") // The one copy of Latin-1 bytes that needs no encoder.
    void ascii(String text) {
        int length = text.length();
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    void utf8(int codePoint) {
        if (codePoint < 0x80) {
            write(codePoint);
        } else if (codePoint < 0x800) {
            write(0xC0 | codePoint >> 6);
            write(0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            write(0xE0 | codePoint >> 12);
            write(0x80 | codePoint >> 6 & 0x3F);
            write(0x80 | codePoint & 0x3F);
        } else {
            write(0xF0 | codePoint >> 18);
            write(0x80 | codePoint >> 12 & 0x3F);
            write(0x80 | codePoint >> 6 & 0x3F);
            write(0x80 | codePoint & 0x3F);
        }
    }

    int size() {
        return size;
    }

    /** Forgets what came after the first {@code length} bytes. */
    void cut(int length) {
        size = length;
    }

    void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
