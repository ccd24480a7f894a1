package dev.ticketwire.rest.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's XML: fields are elements of their name, array elements {@code <item>}, everything inside {@code
 * <response>}; null and empty values are empty elements; non-ASCII characters are numeric references. Characters that
 * XML does not allow are left out.
 *
 * <p>Written by hand for the plugin's bytes: no {@code XMLStreamWriter} writes upper-case hexadecimal references and
 * drops forbidden characters.
 */
public final class XmlWriter implements DocumentWriter {
    private static final String ITEM = "item";

    /** ASCII only. */
    private final StringBuilder out = new StringBuilder(1024).append("<?xml version=\"1.0\"?>\n");

    private final Deque<Element> open = new ArrayDeque<>();
    private String nextName = "response";
    /** Whether the last start tag lacks its {@code >}: an element without content ends with {@code />}. */
    private boolean startTagIsOpen;

    private record Element(String name, boolean isArray) {}

    @Override
    public String contentType() {
        return "application/xml; charset=UTF-8";
    }

    @Override
    public XmlWriter field(String name) {
        nextName = name;
        return this;
    }

    @Override
    public XmlWriter startObject() {
        return start(false);
    }

    @Override
    public XmlWriter startArray() {
        return start(true);
    }

    @Override
    public XmlWriter startMap() {
        return start(true);
    }

    @Override
    public XmlWriter startEntry(String key) {
        return startObject().field("name").string(key);
    }

    private XmlWriter start(boolean isArray) {
        open.push(new Element(startTag(), isArray));
        return this;
    }

    @Override
    public XmlWriter end() {
        endTag(open.pop().name);
        return this;
    }

    @Override
    public XmlWriter string(@Nullable String value) {
        String element = startTag();
        if (value != null) {
            content(value);
        }
        endTag(element);
        return this;
    }

    @Override
    public XmlWriter number(long value) {
        String element = startTag();
        closeStartTag();
        out.append(value);
        endTag(element);
        return this;
    }

    @Override
    public XmlWriter bool(boolean value) {
        return number(value ? 1 : 0);
    }

    @Override
    public XmlWriter nullValue() {
        return string(null);
    }

    @Override
    public OutputStream base64() {
        return Base64.getEncoder().wrap(new ElementContent(startTag()));
    }

    @Override
    public void moveTo(OutputStream target) throws IOException {
        target.write(bytes());
        out.setLength(0);
    }

    @Override
    public byte[] toByteArray() {
        out.append('\n');
        return bytes();
    }

    private byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @return the name of the element */
    private String startTag() {
        closeStartTag();
        Element parent = open.peek();
        String element = parent != null && parent.isArray ? ITEM : nextName;
        out.append('<').append(element);
        startTagIsOpen = true;
        return element;
    }

    private void closeStartTag() {
        if (startTagIsOpen) {
            out.append('>');
            startTagIsOpen = false;
        }
    }

    private void endTag(String element) {
        if (startTagIsOpen) {
            out.append("/>");
            startTagIsOpen = false;
        } else {
            out.append("</").append(element).append('>');
        }
    }

    private void content(String value) {
        int i = 0;
        while (i < value.length()) {
            int codePoint = value.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isAllowed(codePoint)) {
                closeStartTag();
                character(codePoint);
            }
        }
    }

    private static boolean isAllowed(int codePoint) {
        return codePoint < ' '
                ? codePoint == '\t' || codePoint == '\n' || codePoint == '\r'
                : codePoint < Character.MIN_SURROGATE
                        || codePoint > Character.MAX_SURROGATE && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;");
            default -> {
                if (codePoint < 0x80) {
                    out.append((char) codePoint);
                } else {
                    String hexadecimal = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
                    out.append("&#x").append(hexadecimal).append(';');
                }
            }
        }
    }

    /** Content of an element in base64; closing it ends the element. */
    private final class ElementContent extends OutputStream {
        private final String element;

        ElementContent(String element) {
            this.element = element;
        }

        @Override
        public void write(int b) {
            closeStartTag();
            out.append((char) b);
        }

        @Override
        public void close() {
            endTag(element);
        }
    }
}
