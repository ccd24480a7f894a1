package dev.ticketwire.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.rest.Form;
import java.util.Map;

/** A command's answer, in the form that the path asks for. */
final class JsonTreeWriter {
    private JsonTreeWriter() {}

    /** Writes {@code value}, its members in their order. */
    static Form write(JsonNode value, Form form) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                form.object();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    write(member.getValue(), form.name(member.getKey()));
                }
                yield form.end();
            }
            case ARRAY -> {
                form.list();
                value.forEach(element -> write(element, form));
                yield form.end();
            }
            case NUMBER -> form.number(value.longValue());
            case BOOLEAN -> form.flag(value.booleanValue());
            case NULL, MISSING -> form.nothing();
            case STRING, BINARY, POJO -> form.text(value.asText());
        };
    }
}
