package dev.ticketwire.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a JSON tree as the form that the path asks for, JSON or XML. */
final class JsonTreeWriter {
    private JsonTreeWriter() {}

    /** The document that {@code out} writes for {@code value}; members keep their order. */
    static byte[] bytes(JsonNode value, DocumentWriter out) {
        try {
            write(value, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonNode value, DocumentWriter out) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> writeArray(value, out);
            case NUMBER -> out.number(value.longValue());
            case BOOLEAN -> out.bool(value.booleanValue());
            case NULL, MISSING -> out.nullValue();
            case STRING, BINARY, POJO -> out.string(value.asText());
        }
    }

    private static void writeObject(JsonNode object, DocumentWriter out) throws IOException {
        out.startObject();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            write(member.getValue(), out.field(member.getKey()));
        }
        out.end();
    }

    private static void writeArray(JsonNode array, DocumentWriter out) throws IOException {
        out.startArray();
        for (JsonNode element : array) {
            write(element, out);
        }
        out.end();
    }
}
