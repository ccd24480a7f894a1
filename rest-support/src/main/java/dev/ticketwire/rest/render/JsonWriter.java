package dev.ticketwire.rest.render;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Compact JSON with the plugin's escapes: {@code /} as {@code \/}, hexadecimal digits in lower case, U+2028 and U+2029
 * escaped, all other non-ASCII characters in UTF-8.
 */
public final class JsonWriter implements DocumentWriter {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            // The default pool is bound to threads: a virtual thread would allocate its buffers for one document.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final ByteArrayBuilder buffer = new ByteArrayBuilder(1024);
    private final JsonGenerator json;

    public JsonWriter() {
        try {
            json = FACTORY.createGenerator(buffer, JsonEncoding.UTF8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public JsonWriter field(String name) throws IOException {
        json.writeFieldName(name);
        return this;
    }

    @Override
    public JsonWriter startObject() throws IOException {
        json.writeStartObject();
        return this;
    }

    @Override
    public JsonWriter startArray() throws IOException {
        json.writeStartArray();
        return this;
    }

    @Override
    public JsonWriter startMap() throws IOException {
        return startObject();
    }

    @Override
    public JsonWriter startEntry(String key) throws IOException {
        return field(key).startObject();
    }

    @Override
    public JsonWriter end() throws IOException {
        if (json.getOutputContext().inArray()) {
            json.writeEndArray();
        } else {
            json.writeEndObject();
        }
        return this;
    }

    @Override
    public JsonWriter string(@Nullable String value) throws IOException {
        if (value != null && hasSeparator(value)) {
            json.setCharacterEscapes(SeparatorEscapes.INSTANCE);
            json.writeString(value);
            json.setCharacterEscapes(null);
        } else {
            json.writeString(value);
        }
        return this;
    }

    /** Two scans that the JVM vectorizes; the generator is slower for every text once it has escapes of its own. */
    private static boolean hasSeparator(String value) {
        return value.indexOf(LINE_SEPARATOR) >= 0 || value.indexOf(PARAGRAPH_SEPARATOR) >= 0;
    }

    @Override
    public JsonWriter number(long value) throws IOException {
        json.writeNumber(value);
        return this;
    }

    @Override
    public JsonWriter bool(boolean value) throws IOException {
        json.writeBoolean(value);
        return this;
    }

    @Override
    public JsonWriter nullValue() throws IOException {
        json.writeNull();
        return this;
    }

    /** A value that is JSON already, written as it is. */
    public JsonWriter raw(String value) throws IOException {
        json.writeRawValue(value);
        return this;
    }

    /** The generator would write base64 with bare slashes, so that the encoder stands behind it. */
    @Override
    public OutputStream base64() throws IOException {
        json.writeRawValue("\"");
        json.flush();
        return Base64.getEncoder().wrap(new StringContent(buffer));
    }

    @Override
    public void moveTo(OutputStream target) throws IOException {
        json.flush();
        target.write(buffer.getClearAndRelease());
    }

    @Override
    public byte[] toByteArray() throws IOException {
        json.close();
        return buffer.getClearAndRelease();
    }

    /** The two line ends of JavaScript that PHP escapes in JSON. */
    private static final class SeparatorEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        static final SeparatorEscapes INSTANCE = new SeparatorEscapes();

        private static final SerializableString SLASH = new SerializedString("\\/");
        private static final SerializableString LINE = new SerializedString("\\u2028");
        private static final SerializableString PARAGRAPH = new SerializedString("\\u2029");

        private final int[] ascii = standardAsciiEscapesForJSON();

        private SeparatorEscapes() {
            ascii['/'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return switch (character) {
                case '/' -> SLASH;
                case LINE_SEPARATOR -> LINE;
                case PARAGRAPH_SEPARATOR -> PARAGRAPH;
                default -> null;
            };
        }
    }

    /** Content of a JSON string in base64: escapes slashes; closing it writes the closing quotation mark. */
    private static final class StringContent extends FilterOutputStream {
        StringContent(OutputStream out) {
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
