package dev.ticketwire.gateway.body;

/** Describes where an error in a body is and which kind of character is there, but never the character itself. */
final class ErrorPosition {
    private ErrorPosition() {}

    /**
     * Line and column from 1, the column in characters, and the offset in bytes from 0.
     *
     * @param bytes in UTF-8, possibly with invalid bytes
     */
    static String of(byte[] bytes, int offset) {
        return lineAndColumn(bytes, offset) + " (offset " + offset + "), " + kind(bytes, offset);
    }

    /** The same without an offset, for a body that was sent in another encoding. */
    static String ofConverted(byte[] bytes, int offset) {
        return lineAndColumn(bytes, offset) + ", " + kind(bytes, offset);
    }

    private static String lineAndColumn(byte[] bytes, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[i] & 0xC0) != 0x80 && !isMark(bytes, i)) {
                column++;
            }
        }
        return "at line " + line + ", column " + column;
    }

    /** A byte order mark does not count as a character. */
    private static boolean isMark(byte[] bytes, int i) {
        return i == 0 && (bytes[0] & 0xFF) == 0xEF;
    }

    private static String kind(byte[] bytes, int offset) {
        if (offset >= bytes.length) {
            return "the end of the body";
        }
        int c = bytes[offset] & 0xFF;
        return switch (c) {
            case 0 -> "a zero byte";
            case '\n', '\r' -> "a line break";
            case '\t' -> "a tab";
            case ' ' -> "a blank";
            case '"', '\'' -> "a quotation mark";
            case '{', '}', '[', ']', '<', '>' -> "a bracket";
            default -> otherKind(c);
        };
    }

    private static String otherKind(int c) {
        if (c < ' ' || c == 0x7F) {
            return "a control character";
        }
        if (c >= 0x80) {
            return "a byte beyond ASCII";
        }
        return Character.isLetter(c) ? "a letter" : Character.isDigit(c) ? "a digit" : "a punctuation mark";
    }
}
