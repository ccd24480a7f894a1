package dev.ticketwire.event.capture.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.osticket.form.FieldConfiguration;
import dev.ticketwire.osticket.schema.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored answer as people read it. */
final class AnswerText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerText() {}

    /** @return null if it is empty */
    static @Nullable String of(FormField field, String stored) {
        String text = switch (field.type) {
            case "bool" -> stored.equals("1") ? "Yes" : "No";
            case "choices" -> chosen(stored, FieldConfiguration.of(field).choices());
            default -> field.type.startsWith("list-") ? chosen(stored, Map.of()) : stored;
        };
        return text.isEmpty() ? null : text;
    }

    /** Choices are stored as an object of labels by key; several may be a list of keys, an unknown one a bare text. */
    private static String chosen(String stored, Map<String, String> choices) {
        JsonNode json = json(stored);
        if (json == null || !json.isContainerNode()) {
            return choices.getOrDefault(stored, stored);
        }
        List<String> labels = new ArrayList<>();
        if (json.isObject()) {
            json.properties().forEach(choice -> labels.add(choice.getValue().asText()));
        } else {
            json.forEach(key -> labels.add(choices.getOrDefault(key.asText(), key.asText())));
        }
        return String.join(", ", labels);
    }

    private static @Nullable JsonNode json(String stored) {
        try {
            return JSON.readTree(stored);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
