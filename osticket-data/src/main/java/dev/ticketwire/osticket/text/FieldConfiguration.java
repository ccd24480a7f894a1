package dev.ticketwire.osticket.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form field's {@code configuration}. A setting that is missing, or a configuration that is no JSON, means the default. */
final class FieldConfiguration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode settings;

    private FieldConfiguration(JsonNode settings) {
        this.settings = settings;
    }

    static FieldConfiguration of(@Nullable String json) {
        try {
            return new FieldConfiguration(json == null ? MissingNode.getInstance() : JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return new FieldConfiguration(MissingNode.getInstance());
        }
    }

    String text(String name) {
        return settings.path(name).asText("");
    }

    int number(String name, int otherwise) {
        return settings.path(name).asInt(otherwise);
    }

    /** PHP writes false as {@code false}, {@code 0}, {@code "0"} or {@code ""}. */
    boolean flag(String name, boolean otherwise) {
        JsonNode value = settings.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        return value.isBoolean()
                ? value.asBoolean()
                : !value.asText("").isEmpty() && !value.asText("").equals("0");
    }

    /** The lines {@code key:label} of a choice field; a line without a colon is both. */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String line : text("choices").split("\\R")) {
            int colon = line.indexOf(':');
            String key = (colon < 0 ? line : line.substring(0, colon)).strip();
            if (!key.isEmpty()) {
                choices.put(key, line.substring(colon + 1).strip());
            }
        }
        return choices;
    }
}
