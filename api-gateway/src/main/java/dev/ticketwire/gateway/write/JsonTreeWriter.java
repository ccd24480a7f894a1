package dev.ticketwire.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.rest.Form;
import java.util.Map;

/** Writes a JSON tree as the form that the path asks for, JSON or XML. */
final class JsonTreeWriter {
    private JsonTreeWriter() {}

    /** Writes {@code value}; members keep their order. */
    static Form write(JsonNode value, Form form) {
        return switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, form);
            case ARRAY -> writeArray(value, form);
            case NUMBER -> form.number(value.longValue());
            case BOOLEAN -> form.flag(value.booleanValue());
            case NULL, MISSING -> form.nothing();
            case STRING, BINARY, POJO -> form.text(value.asText());
        };
    }

    private static Form writeObject(JsonNode object, Form form) {
        form.object();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            write(member.getValue(), form.name(member.getKey()));
        }
        return form.end();
    }

    private static Form writeArray(JsonNode array, Form form) {
        form.list();
        array.forEach(element -> write(element, form));
        return form.end();
    }
}
