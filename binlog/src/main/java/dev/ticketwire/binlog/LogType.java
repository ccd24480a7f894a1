package dev.ticketwire.binlog;

/** How the log names the types of columns, and how many bytes their values take. */
final class LogType {
    static final int TINY = 1;
    static final int SHORT = 2;
    static final int LONG = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int TIMESTAMP = 7;
    static final int LONGLONG = 8;
    static final int INT24 = 9;
    static final int DATE = 10;
    static final int TIME = 11;
    static final int DATETIME = 12;
    static final int YEAR = 13;
    static final int NEWDATE = 14;
    static final int VARCHAR = 15;
    static final int BIT = 16;
    static final int TIMESTAMP2 = 17;
    static final int DATETIME2 = 18;
    static final int TIME2 = 19;
    static final int BLOB_COMPRESSED = 140;
    static final int VARCHAR_COMPRESSED = 141;
    static final int JSON = 245;
    static final int NEWDECIMAL = 246;
    static final int ENUM = 247;
    static final int SET = 248;
    static final int BLOB = 252;
    static final int VAR_STRING = 253;
    static final int STRING = 254;
    static final int GEOMETRY = 255;

    private static final int DIGITS_PER_WORD = 9;
    private static final int[] BYTES_OF_DIGITS = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};

    private LogType() {}

    /** Bytes of a type's metadata in a table map. */
    static int metadataBytes(int type) {
        return switch (type) {
            case FLOAT, DOUBLE, BLOB, BLOB_COMPRESSED, JSON, GEOMETRY, TIMESTAMP2, DATETIME2, TIME2 -> 1;
            case VARCHAR, VARCHAR_COMPRESSED, VAR_STRING, BIT, NEWDECIMAL, STRING, ENUM, SET -> 2;
            default -> 0;
        };
    }

    /**
     * Bytes in front of a value that say its length.
     *
     * @param metadata of the column in the table map, its first byte as the low one
     */
    static int lengthBytes(int type, int metadata) {
        return switch (type) {
            case VARCHAR, VARCHAR_COMPRESSED, VAR_STRING -> metadata < 256 ? 1 : 2;
            case BLOB, BLOB_COMPRESSED, JSON, GEOMETRY -> metadata;
            case STRING -> isEnumeration(metadata) ? 0 : longest(metadata) < 256 ? 1 : 2;
            default -> 0;
        };
    }

    /**
     * Bytes of a value whose length is not in front of it.
     *
     * @throws UnreadableBinlogException if the type is unknown
     */
    static int bytes(int type, int metadata) {
        return switch (type) {
            case TINY, YEAR -> 1;
            case SHORT -> 2;
            case INT24, DATE, NEWDATE, TIME -> 3;
            case LONG, FLOAT, TIMESTAMP -> 4;
            case LONGLONG, DOUBLE, DATETIME -> 8;
            case TIMESTAMP2 -> 4 + fraction(metadata);
            case DATETIME2 -> 5 + fraction(metadata);
            case TIME2 -> 3 + fraction(metadata);
            case BIT -> (metadata >> 8) + ((metadata & 0xFF) + 7) / 8;
            case NEWDECIMAL -> decimal(metadata & 0xFF, metadata >> 8);
            case STRING -> metadata >> 8;
            default -> throw new UnreadableBinlogException("a column is of the unknown type " + type);
        };
    }

    /** Bytes of the fraction of a second. */
    static int fraction(int digits) {
        return (digits + 1) / 2;
    }

    private static int decimal(int precision, int scale) {
        return digits(precision - scale) + digits(scale);
    }

    private static int digits(int count) {
        return count / DIGITS_PER_WORD * 4 + BYTES_OF_DIGITS[count % DIGITS_PER_WORD];
    }

    /** Whether a {@link #STRING} is an ENUM or SET. */
    static boolean isEnumeration(int metadata) {
        int real = metadata & 0xFF;
        return real == ENUM || real == SET;
    }

    /** The longest length in bytes of a CHAR. */
    private static int longest(int metadata) {
        return metadata >> 8 | ((metadata & 0x30) ^ 0x30) << 4;
    }
}
