package dev.ticketwire.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON Schemas (2020-12) and golden examples of the events, from {@code event/schema} and {@code event/example}. All
 * methods read files.
 */
public final class EventSchemas {
    private static final String DEFINITIONS = "$defs";
    private static final String REFERENCE = "#/" + DEFINITIONS + "/";

    private EventSchemas() {}

    /**
     * The schema of the data of a type, complete in itself: the file {@code event/schema/TYPE.json} with the
     * definitions it refers to, which stand in {@code event/schema/definitions.json}.
     */
    public static ObjectNode schema(TicketEventType type) {
        ObjectNode schema = (ObjectNode) file("schema/" + type.type());
        JsonNode definitions = file("schema/definitions").path(DEFINITIONS);
        Map<String, JsonNode> used = new TreeMap<>();
        collect(schema, definitions, used);
        schema.putObject(DEFINITIONS).setAll(used);
        return schema;
    }

    /** A complete event in CloudEvents' JSON form. */
    public static JsonNode example(TicketEventType type) {
        return file("example/" + type.type());
    }

    private static void collect(JsonNode schema, JsonNode definitions, Map<String, JsonNode> used) {
        for (JsonNode reference : schema.findValues("$ref")) {
            String name = reference.asText().substring(REFERENCE.length());
            JsonNode definition = definitions.required(name);
            if (used.put(name, definition) == null) {
                collect(definition, definitions, used);
            }
        }
    }

    private static JsonNode file(String name) {
        String path = "/event/" + name + ".json";
        try (InputStream in = EventSchemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            return CommandCodec.json().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
