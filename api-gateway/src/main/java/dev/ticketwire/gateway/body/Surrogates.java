package dev.ticketwire.gateway.body;

/** Halves of characters, which JSON can write as {@code \ud83d} but no UTF-8, and so no database, can hold. */
final class Surrogates {
    /** {@code \ud83d}. */
    private static final int ESCAPE = 6;

    private Surrogates() {}

    /**
     * Offset of the first escape that is a half without the other, -1 if there is none.
     *
     * @param json well-formed
     */
    static int firstAlone(byte[] json, int from) {
        for (int i = from; i < json.length; i++) {
            if (json[i] != '\\') {
                continue;
            }
            int unit = unit(json, i);
            if (isHalf(unit, 0xD800)) {
                if (!isHalf(unit(json, i + ESCAPE), 0xDC00)) {
                    return i;
                }
                i += 2 * ESCAPE - 1;
            } else if (isHalf(unit, 0xDC00)) {
                return i;
            } else {
                i++;
            }
        }
        return -1;
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
