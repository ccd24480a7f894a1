package dev.ticketwire.rest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Compact JSON as the plugin writes it: {@code /} as {@code \/}, non-ASCII characters as they are. */
public final class Json implements Form {
    private static final String HEX = "0123456789abcdef";

    private final Bytes out = new Bytes();
    private byte[] closers = new byte[16];
    private int depth;
    private boolean needsComma;

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public Json name(String name) {
        separate();
        quoted(name);
        out.write(':');
        needsComma = false;
        return this;
    }

    @Override
    public Json object() {
        return open('{', '}');
    }

    @Override
    public Json list() {
        return open('[', ']');
    }

    @Override
    public Json namedObjects() {
        return object();
    }

    @Override
    public Json namedObject(String name) {
        return name(name).object();
    }

    @Override
    public Json end() {
        out.write(closers[--depth]);
        needsComma = true;
        return this;
    }

    @Override
    public Json text(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        separate();
        quoted(text);
        needsComma = true;
        return this;
    }

    @Override
    public Json number(long number) {
        return plain(Long.toString(number));
    }

    @Override
    public Json flag(boolean flag) {
        return plain(flag ? "true" : "false");
    }

    @Override
    public Json nothing() {
        return plain("null");
    }

    /** A value that is JSON already. */
    public Json raw(String json) {
        separate();
        unescaped(json);
        needsComma = true;
        return this;
    }

    @Override
    public OutputStream base64() {
        separate();
        out.write('"');
        needsComma = true;
        return Base64.getEncoder().wrap(new SlashesEscaped(out));
    }

    @Override
    public void moveTo(OutputStream to) throws IOException {
        out.moveTo(to);
    }

    @Override
    public byte[] bytes() {
        return out.toArray();
    }

    private Json open(char opener, char closer) {
        separate();
        out.write(opener);
        if (depth == closers.length) {
            closers = Arrays.copyOf(closers, depth * 2);
        }
        closers[depth++] = (byte) closer;
        needsComma = false;
        return this;
    }

    private Json plain(String text) {
        separate();
        out.ascii(text);
        needsComma = true;
        return this;
    }

    private void separate() {
        if (needsComma) {
            out.write(',');
        }
    }

    private void quoted(String text) {
        out.write('"');
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            switch (codePoint) {
                case '"' -> out.ascii("\\\"");
                case '\\' -> out.ascii("\\\\");
                case '/' -> out.ascii("\\/");
                case '\n' -> out.ascii("\\n");
                case '\r' -> out.ascii("\\r");
                case '\t' -> out.ascii("\\t");
                case '\b' -> out.ascii("\\b");
                case '\f' -> out.ascii("\\f");
                default -> {
                    if (codePoint < 0x20 || codePoint == 0x2028 || codePoint == 0x2029 || isSurrogate(codePoint)) {
                        hex(codePoint);
                    } else {
                        out.utf8(codePoint);
                    }
                }
            }
        }
        out.write('"');
    }

    private void unescaped(String text) {
        text.codePoints().forEach(out::utf8);
    }

    private void hex(int character) {
        out.ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.write(HEX.charAt(character >> shift & 0xF));
        }
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }

    /** What base64 goes through on its way into a JSON string, which its end closes. */
    private static final class SlashesEscaped extends FilterOutputStream {
        SlashesEscaped(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            if (b == '/') {
                out.write('\\');
            }
            out.write(b);
        }

        @Override
        public void close() throws IOException {
            out.write('"');
        }
    }
}
