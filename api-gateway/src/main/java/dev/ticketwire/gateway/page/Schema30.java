package dev.ticketwire.gateway.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Converts a schema of OpenAPI 3.1 (JSON Schema 2020-12) to OpenAPI 3.0.3. The type null becomes {@code nullable},
 * several types {@code anyOf}, {@code const} an {@code enum} with one value, {@code examples} the first of them.
 * Keywords that only narrow a schema and do not exist in 3.0 are dropped. Null as a separate alternative is refused: in
 * 3.0 {@code nullable} needs a type.
 */
final class Schema30 {
    private static final Set<String> KEPT = Set.of(
            "$ref",
            "title",
            "description",
            "default",
            "enum",
            "format",
            "multipleOf",
            "maximum",
            "minimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "required",
            "discriminator",
            "readOnly",
            "writeOnly",
            "deprecated",
            "externalDocs",
            "xml",
            "example");

    private static final Set<String> LEFT_OUT = Set.of("$comment", "propertyNames", "dependentRequired");

    private static final List<String> OF_NUMBERS =
            List.of("multipleOf", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum");

    /** Keywords that apply to values of one type only. */
    private static final Map<String, List<String>> OF_TYPE = Map.of(
            "string", List.of("format", "maxLength", "minLength", "pattern"),
            "array", List.of("items", "maxItems", "minItems", "uniqueItems"),
            "object", List.of("properties", "additionalProperties", "required", "maxProperties", "minProperties"),
            "integer", OF_NUMBERS,
            "number", OF_NUMBERS,
            "boolean", List.of());

    private final Map<String, Object> rendered = new LinkedHashMap<>();

    private Schema30() {}

    /**
     * @param schema an object, or true (accepts everything) or false (accepts nothing)
     * @throws IllegalArgumentException if it has a keyword for which no conversion is known
     */
    static Map<String, Object> of(Object schema) {
        if (schema instanceof Boolean any) {
            return any ? Map.of() : Map.of("not", Map.of());
        }
        return new Schema30().convert((Map<?, ?>) schema);
    }

    private Map<String, Object> convert(Map<?, ?> keywords) {
        keywords.forEach((name, value) -> put(name.toString(), value));
        Object type = keywords.get("type");
        if (type != null) {
            types(type instanceof List<?> several ? several : List.of(type));
        }
        Object reference = rendered.size() > 1 ? rendered.remove("$ref") : null;
        if (reference != null) {
            listed("allOf").add(Map.of("$ref", reference));
        }
        return rendered;
    }

    private void put(String name, Object value) {
        switch (name) {
            case "type" -> {
                // When all others are there.
            }
            case "const" -> rendered.put("enum", List.of(value));
            case "examples" -> rendered.put("example", OpenApi30.copied(((List<?>) value).get(0)));
            case "properties" -> rendered.put(name, properties((Map<?, ?>) value));
            case "items", "not" -> rendered.put(name, of(value));
            case "additionalProperties" -> rendered.put(name, value instanceof Boolean ? value : of(value));
            case "allOf", "oneOf", "anyOf" ->
                ((List<?>) value).forEach(part -> listed(name).add(of(part)));
            case "exclusiveMinimum", "exclusiveMaximum" -> {
                rendered.put(name.equals("exclusiveMinimum") ? "minimum" : "maximum", value);
                rendered.put(name, true);
            }
            case "contentEncoding" -> rendered.put("format", "byte");
            default -> other(name, value);
        }
    }

    private void other(String name, Object value) {
        if (KEPT.contains(name) || name.startsWith("x-")) {
            rendered.put(name, OpenApi30.copied(value));
        } else if (!LEFT_OUT.contains(name)) {
            throw new IllegalArgumentException("OpenAPI 3.0 has no " + name + " in a schema: say what becomes of it");
        }
    }

    private static Map<String, Object> properties(Map<?, ?> properties) {
        Map<String, Object> converted = new LinkedHashMap<>();
        properties.forEach((name, schema) -> converted.put(name.toString(), of(schema)));
        return converted;
    }

    private void types(List<?> types) {
        List<?> others = types.stream().filter(type -> !type.equals("null")).toList();
        if (others.isEmpty()) {
            throw new IllegalArgumentException("OpenAPI 3.0 has no null but beside a type");
        }
        boolean nullable = others.size() < types.size();
        if (others.size() == 1) {
            typed(rendered, others.get(0), nullable);
            return;
        }
        if (rendered.containsKey("anyOf")) {
            throw new IllegalArgumentException("several types beside anyOf: say what becomes of them in OpenAPI 3.0");
        }
        List<Object> kinds = new ArrayList<>();
        others.forEach(type -> kinds.add(typed(ofType(type.toString()), type, nullable)));
        others.forEach(type -> keywords(type.toString()).forEach(rendered::remove));
        listed("anyOf").addAll(kinds);
    }

    private static Map<String, Object> typed(Map<String, Object> schema, Object type, boolean nullable) {
        schema.put("type", type);
        if (nullable) {
            schema.put("nullable", true);
        }
        if (type.equals("array")) {
            schema.putIfAbsent("items", Map.of());
        }
        return schema;
    }

    private Map<String, Object> ofType(String type) {
        Map<String, Object> part = new LinkedHashMap<>();
        keywords(type).forEach(name -> {
            Object value = rendered.get(name);
            if (value != null) {
                part.put(name, value);
            }
        });
        return part;
    }

    private static List<String> keywords(String type) {
        return Objects.requireNonNull(OF_TYPE.get(type), type);
    }

    @SuppressWarnings("unchecked")
    private List<Object> listed(String name) {
        return (List<Object>) rendered.computeIfAbsent(name, key -> new ArrayList<>());
    }
}
