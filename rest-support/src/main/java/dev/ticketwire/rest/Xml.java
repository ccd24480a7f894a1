package dev.ticketwire.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's XML: members are elements of their name, list elements {@code <item>}, everything inside {@code
 * <response>}; null and empty values are empty elements; non-ASCII characters are numeric references. Characters that
 * XML cannot carry are dropped.
 */
public final class Xml implements Form {
    private final Bytes out = new Bytes();
    private String[] elements = new String[16];
    private boolean[] isList = new boolean[16];
    private int depth;
    private String next = "response";
    /** Whether the last start tag still lacks its {@code >}: an element without content ends as {@code />}. */
    private boolean tagIsOpen;

    public Xml() {
        out.ascii("<?xml version=\"1.0\"?>\n");
    }

    @Override
    public String contentType() {
        return "application/xml; charset=UTF-8";
    }

    @Override
    public Xml name(String name) {
        next = name;
        return this;
    }

    @Override
    public Xml object() {
        return open(false);
    }

    @Override
    public Xml list() {
        return open(true);
    }

    @Override
    public Xml namedObjects() {
        return open(true);
    }

    @Override
    public Xml namedObject(String name) {
        return object().name("name").text(name);
    }

    @Override
    public Xml end() {
        String element = elements[--depth];
        if (tagIsOpen) {
            out.ascii("/>");
            tagIsOpen = false;
        } else {
            endTag(element);
        }
        return this;
    }

    @Override
    public Xml text(@Nullable String text) {
        String element = startTag();
        int before = out.size();
        if (text != null) {
            out.write('>');
            escaped(text);
        }
        return close(element, before);
    }

    @Override
    public Xml number(long number) {
        return text(Long.toString(number));
    }

    @Override
    public Xml flag(boolean flag) {
        return text(flag ? "1" : "0");
    }

    @Override
    public Xml nothing() {
        return text(null);
    }

    @Override
    public OutputStream base64() {
        return Base64.getEncoder().wrap(new Element(startTag()));
    }

    @Override
    public void moveTo(OutputStream to) throws IOException {
        out.moveTo(to);
    }

    @Override
    public byte[] bytes() {
        out.write('\n');
        return out.toArray();
    }

    /** The content of an element that has begun; its end is the element's. */
    private final class Element extends OutputStream {
        private final String name;
        private boolean isEmpty = true;

        Element(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) {
            begin();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            begin();
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            if (isEmpty) {
                out.ascii("/>");
            } else {
                endTag(name);
            }
        }

        private void begin() {
            if (isEmpty) {
                out.write('>');
                isEmpty = false;
            }
        }
    }

    private Xml open(boolean list) {
        String element = startTag();
        if (depth == elements.length) {
            elements = Arrays.copyOf(elements, depth * 2);
            isList = Arrays.copyOf(isList, depth * 2);
        }
        elements[depth] = element;
        isList[depth++] = list;
        tagIsOpen = true;
        return this;
    }

    private String startTag() {
        if (tagIsOpen) {
            out.write('>');
            tagIsOpen = false;
        }
        String element = depth > 0 && isList[depth - 1] ? "item" : next;
        out.write('<');
        out.ascii(element);
        return element;
    }

    /** Ends an element whose {@code >}, if anything, was written at {@code before}. */
    private Xml close(String element, int before) {
        if (out.size() <= before + 1) {
            out.cut(before);
            out.ascii("/>");
        } else {
            endTag(element);
        }
        return this;
    }

    private void endTag(String element) {
        out.ascii("</");
        out.ascii(element);
        out.write('>');
    }

    private void escaped(String text) {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            switch (codePoint) {
                case '&' -> out.ascii("&amp;");
                case '<' -> out.ascii("&lt;");
                case '>' -> out.ascii("&gt;");
                case '\r' -> out.ascii("&#13;");
                case '\n', '\t' -> out.write(codePoint);
                default -> character(codePoint);
            }
        }
    }

    private void character(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x80) {
            out.write(codePoint);
        } else if (codePoint >= 0x80 && isXml(codePoint)) {
            out.ascii("&#x" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + ";");
        }
    }

    private static boolean isXml(int codePoint) {
        return codePoint < 0xD800 || codePoint > 0xDFFF && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }
}
