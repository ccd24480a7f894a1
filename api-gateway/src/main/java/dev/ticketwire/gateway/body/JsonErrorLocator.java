package dev.ticketwire.gateway.body;

import java.nio.charset.StandardCharsets;

/**
 * Finds the first byte that is not JSON (RFC 8259). Own code, since a parser reports where it stopped reading, which is
 * behind the error, or at the end of an unknown word.
 */
final class JsonErrorLocator {
    private static final int END = -1;

    private final byte[] bytes;
    private int at;

    private JsonErrorLocator(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /**
     * Offset of the first invalid byte, or of the first byte of an unknown word; the length if the end is missing; -1
     * if the JSON is valid. Nesting deeper than {@link JsonBody#DEPTH} is an error.
     */
    static int find(byte[] bytes, int from) {
        JsonErrorLocator fault = new JsonErrorLocator(bytes, from);
        if (!fault.value(0)) {
            return fault.at;
        }
        fault.blanks();
        return fault.at == bytes.length ? -1 : fault.at;
    }

    private boolean value(int depth) {
        blanks();
        return switch (peek()) {
            case '{' -> depth < JsonBody.DEPTH && elements('}', true, depth + 1);
            case '[' -> depth < JsonBody.DEPTH && elements(']', false, depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> false;
        };
    }

    private boolean elements(char end, boolean named, int depth) {
        at++;
        blanks();
        if (passed(end)) {
            return true;
        }
        while ((!named || name()) && value(depth)) {
            blanks();
            if (passed(end)) {
                return true;
            }
            if (!passed(',')) {
                return false;
            }
        }
        return false;
    }

    private boolean name() {
        blanks();
        if (peek() != '"' || !string()) {
            return false;
        }
        blanks();
        return passed(':');
    }

    private boolean string() {
        at++;
        while (peek() >= ' ') {
            if (passed('"')) {
                return true;
            }
            if (!passed('\\')) {
                at++;
            } else if (!escape()) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (passed('u')) {
            for (int i = 0; i < 4; i++, at++) {
                if (Character.digit(peek(), 16) < 0) {
                    return false;
                }
            }
            return true;
        }
        boolean known = peek() >= 0 && "\"\\/bfnrt".indexOf(peek()) >= 0;
        at += known ? 1 : 0;
        return known;
    }

    private boolean word(String word) {
        int start = at;
        for (byte c : word.getBytes(StandardCharsets.US_ASCII)) {
            if (!passed(c)) {
                at = start;
                return false;
            }
        }
        if (Character.isLetterOrDigit(peek())) {
            at = start;
            return false;
        }
        return true;
    }

    private boolean number() {
        passed('-');
        if (!passed('0') && !digits()) {
            return false;
        }
        if (passed('.') && !digits()) {
            return false;
        }
        if (!passed('e') && !passed('E')) {
            return true;
        }
        if (!passed('+')) {
            passed('-');
        }
        return digits();
    }

    private boolean digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > start;
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private boolean passed(int expected) {
        boolean there = peek() == expected;
        at += there ? 1 : 0;
        return there;
    }

    private int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : END;
    }
}
