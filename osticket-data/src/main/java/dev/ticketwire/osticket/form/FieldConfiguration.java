package dev.ticketwire.osticket.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form field's {@code configuration}, or what else osTicket keeps as a JSON object of settings. One that is missing, or
 * a configuration that is no JSON, means the default.
 */
public final class FieldConfiguration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode settings;

    private FieldConfiguration(JsonNode settings) {
        this.settings = settings;
    }

    /** @param json null for no settings */
    public static FieldConfiguration of(@Nullable String json) {
        try {
            return new FieldConfiguration(json == null ? MissingNode.getInstance() : JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return new FieldConfiguration(MissingNode.getInstance());
        }
    }

    /** Empty if it is missing or no single value. */
    public String text(String name) {
        return settings.path(name).asText("");
    }

    /** {@code otherwise} if it is missing or no number. */
    public int number(String name, int otherwise) {
        return settings.path(name).asInt(otherwise);
    }

    /** PHP writes false as {@code false}, {@code 0}, {@code "0"} or {@code ""}; {@code otherwise} if it is missing. */
    public boolean flag(String name, boolean otherwise) {
        JsonNode value = settings.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        return value.isBoolean()
                ? value.asBoolean()
                : !value.asText("").isEmpty() && !value.asText("").equals("0");
    }

    /** The elements of a list of numbers; empty if it is missing. */
    public List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        settings.path(name).forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    /** The keys of an object, in order, or the one value that is none; empty if it is missing. */
    public List<String> keys(String name) {
        JsonNode value = settings.path(name);
        if (value.isObject()) {
            return value.properties().stream().map(Map.Entry::getKey).toList();
        }
        return text(name).isEmpty() ? List.of() : List.of(text(name));
    }

    /** The lines {@code key:label} of a choice field's {@code choices}, in order; a line without a colon is both. */
    public Map<String, String> choices() {
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
