package dev.ticketwire.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A command's answer, in the form that the path asks for. */
final class JsonTreeWriter {
    private JsonTreeWriter() {}

    /** The document that {@code out} makes of {@code value}, its members in their order. */
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
            case OBJECT -> {
                out.startObject();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    write(member.getValue(), out.field(member.getKey()));
                }
                out.end();
            }
            case ARRAY -> {
                out.startArray();
                for (JsonNode element : value) {
                    write(element, out);
                }
                out.end();
            }
            case NUMBER -> out.number(value.longValue());
            case BOOLEAN -> out.bool(value.booleanValue());
            case NULL, MISSING -> out.nullValue();
            case STRING, BINARY, POJO -> out.string(value.asText());
        }
    }
}
