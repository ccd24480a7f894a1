package dev.ticketwire.osticket.format;

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
 * Settings that osTicket stores as a JSON object in a column: those of form fields, filter actions, statuses, list
 * items and schedules. A text that is null, blank or invalid JSON has no members. Numbers may be texts: PHP writes both
 * {@code 5} and {@code "5"}.
 */
public final class StoredJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode settings;

    private StoredJson(JsonNode settings) {
        this.settings = settings;
    }

    /** @param json the column's value, null for no settings */
    public static StoredJson read(@Nullable String json) {
        try {
            return new StoredJson(json == null || json.isBlank() ? MissingNode.getInstance() : JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return new StoredJson(MissingNode.getInstance());
        }
    }

    /** Whether it is a JSON object, an empty one included. */
    public boolean isObject() {
        return settings.isObject();
    }

    /** Whether the object has this member, with any value. */
    public boolean has(String name) {
        return settings.has(name);
    }

    /** The member as text; empty if it is missing, null, a list or an object. */
    public String text(String name) {
        return settings.path(name).asText("");
    }

    /** The member as a whole number; {@code otherwise} if it is missing or not a number. */
    public int number(String name, int otherwise) {
        return settings.path(name).asInt(otherwise);
    }

    /** As {@link #number}, for sizes in bytes. */
    public long longNumber(String name, long otherwise) {
        return settings.path(name).asLong(otherwise);
    }

    /**
     * The member as a PHP boolean: false is {@code false}, {@code 0}, {@code "0"} or {@code ""}.
     *
     * @return {@code otherwise} if it is missing or null
     */
    public boolean flag(String name, boolean otherwise) {
        JsonNode value = settings.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        return value.isBoolean()
                ? value.asBoolean()
                : !value.asText("").isEmpty() && !value.asText("").equals("0");
    }

    /** The elements of a list of numbers, in order; empty if it is missing. */
    public List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        settings.path(name).forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    /**
     * The keys of a member that is an object, in order, or its single value if it is not an object; empty if it is
     * missing.
     */
    public List<String> keys(String name) {
        JsonNode value = settings.path(name);
        if (value.isObject()) {
            return value.properties().stream().map(Map.Entry::getKey).toList();
        }
        return text(name).isEmpty() ? List.of() : List.of(text(name));
    }

    /** All members as texts, in order; empty if it is not an object. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }
}
