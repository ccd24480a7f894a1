package dev.ticketwire.gateway.body;

/** Unpaired surrogates: JSON can write {@code \ud83d} alone, but neither UTF-8 nor a database can hold it. */
final class Surrogates {
    /** Length of {@code \ud83d}. */
    private static final int ESCAPE = 6;

    private static final int HIGH = 0xD800;
    private static final int LOW = 0xDC00;

    private Surrogates() {}

    /**
     * Offset of the first escape that is one surrogate without the other, -1 if there is none.
     *
     * @param json well-formed
     */
    static int firstUnpaired(byte[] json, int from) {
        for (int i = from; i < json.length; i++) {
            if (json[i] == '\\') {
                int length = escape(json, i);
                if (length < 0) {
                    return i;
                }
                i += length - 1;
            }
        }
        return -1;
    }

    /** Length of the escape, or of the pair, that starts there; at least 2. -1 if it is an unpaired surrogate. */
    private static int escape(byte[] json, int at) {
        int unit = unit(json, at);
        if (isHalf(unit, HIGH)) {
            return isHalf(unit(json, at + ESCAPE), LOW) ? 2 * ESCAPE : -1;
        }
        return isHalf(unit, LOW) ? -1 : 2;
    }

    /** Whether it is one of the 1,024 units from {@code first}. */
    private static boolean isHalf(int unit, int first) {
        return (unit & 0xFC00) == first;
    }

    /** The UTF-16 unit that an escape at {@code at} stands for; 0 if there is none. */
    private static int unit(byte[] json, int at) {
        if (at + ESCAPE > json.length || json[at] != '\\' || json[at + 1] != 'u') {
            return 0;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            unit = unit << 4 | Character.digit(json[i], 16);
        }
        return unit;
    }
}
