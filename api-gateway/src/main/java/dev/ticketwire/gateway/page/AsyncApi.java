package dev.ticketwire.gateway.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Completes the AsyncAPI document: a message for each event type, with title and description of its schema, a reference
 * to the schema (relative to the document) and the golden example.
 */
final class AsyncApi {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private AsyncApi() {}

    /** @param document as written; it is completed and returned */
    static Map<String, Object> complete(Map<String, Object> document, ObjectMapper json) {
        Map<String, Object> messages = member(member(document, "components"), "messages");
        Map<String, Object> ofTopic = member(member(member(document, "channels"), "topic"), "messages");
        for (TicketEventType type : TicketEventType.values()) {
            String name = type.type();
            messages.put(name, message(type, json));
            ofTopic.put(name, Map.of("$ref", "#/components/messages/" + name));
        }
        return document;
    }

    private static Map<String, Object> message(TicketEventType type, ObjectMapper json) {
        JsonNode schema = EventSchemas.schema(type);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("name", type.type());
        message.put("title", schema.path("title").asText());
        message.put("description", schema.path("description").asText());
        message.put("contentType", "application/json");
        message.put("headers", Map.of("$ref", "#/components/schemas/Headers"));
        message.put("payload", Map.of("$ref", "events/schemas/" + type.type() + ".json"));
        if (type != TicketEventType.FEED_GAP) {
            // Not a reference: AsyncAPI's own JSON Schema takes one in this place for two things at once.
            Map<String, Object> key = Map.of("type", "string", "description", "The ticket's number.");
            message.put("bindings", Map.of("kafka", Map.of("key", key, "bindingVersion", "0.5.0")));
        }
        message.put("examples", List.of(example(EventSchemas.example(type), json)));
        return message;
    }

    /** Headers and payload of the record of an event. */
    private static Map<String, Object> example(JsonNode event, ObjectMapper json) {
        Map<String, Object> headers = new LinkedHashMap<>();
        event.properties().forEach(attribute -> {
            switch (attribute.getKey()) {
                case "data" -> {
                    // The payload.
                }
                case "datacontenttype" ->
                    headers.put("content-type", attribute.getValue().asText());
                default ->
                    headers.put("ce_" + attribute.getKey(), attribute.getValue().asText());
            }
        });
        return Map.of("headers", headers, "payload", json.convertValue(event.path("data"), MAP));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.computeIfAbsent(name, missing -> new LinkedHashMap<>());
    }
}
