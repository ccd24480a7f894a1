package dev.ticketwire.binlog;

/** Reads numbers as MariaDB writes them, low byte first, one after another. */
final class Bytes {
    private final byte[] array;
    private int at;

    Bytes(byte[] array, int at) {
        this.array = array;
        this.at = at;
    }

    byte[] array() {
        return array;
    }

    /** Index of the next byte. */
    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == array.length;
    }

    void skip(int count) {
        at += count;
    }

    long number(int count) {
        long number = littleEndian(array, at, count);
        at += count;
        return number;
    }

    /** A number of 1 to 9 bytes. */
    long packed() {
        int first = (int) number(1);
        return switch (first) {
            case 252 -> number(2);
            case 253 -> number(3);
            case 254 -> number(8);
            default -> first;
        };
    }

    static long littleEndian(byte[] array, int at, int count) {
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | array[at + i] & 0xFF;
        }
        return number;
    }

    static long bigEndian(byte[] array, int at, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | array[at + i] & 0xFF;
        }
        return number;
    }
}
