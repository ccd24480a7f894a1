package dev.ticketwire.gateway.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Converts an OpenAPI 3.1 document to OpenAPI 3.0.3, for tools that support no later version: the same operations, and
 * schemas that accept the same values as far as 3.0 can express it. {@link Schema30} converts schemas; all other parts
 * are the same in both versions, except {@code info}.
 */
final class OpenApi30 {
    private OpenApi30() {}

    /**
     * @param document not changed; the result shares no objects with it
     * @throws IllegalArgumentException if it has an element for which no conversion is known
     */
    static Map<String, Object> of(Map<String, Object> document) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            switch (name) {
                case "openapi" -> rendered.put(name, "3.0.3");
                case "info" -> rendered.put(name, info((Map<?, ?>) value));
                case "components" -> rendered.put(name, components((Map<?, ?>) value));
                case "webhooks", "jsonSchemaDialect" ->
                    throw new IllegalArgumentException("OpenAPI 3.0 has no " + name + ": say what becomes of it");
                default -> rendered.put(name, converted(value));
            }
        });
        return rendered;
    }

    private static Map<String, Object> info(Map<?, ?> info) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        info.forEach((name, value) -> {
            if (value instanceof Map<?, ?> license && license.containsKey("identifier")) {
                String url = "https://spdx.org/licenses/" + license.get("identifier") + ".html";
                rendered.put("license", Map.of("name", String.valueOf(license.get("name")), "url", url));
            } else if (!name.equals("summary")) {
                rendered.put(name.toString(), copied(value));
            }
        });
        return rendered;
    }

    private static Map<String, Object> components(Map<?, ?> components) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        components.forEach((kind, named) -> rendered.put(
                kind.toString(),
                each((Map<?, ?>) named, kind.equals("schemas") ? Schema30::of : OpenApi30::converted)));
        return rendered;
    }

    /** Converts a value that is not a schema, and all schemas inside it. */
    private static Object converted(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(OpenApi30::converted).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> converted = new LinkedHashMap<>();
        map.forEach((name, member) -> converted.put(
                name.toString(),
                switch (name.toString()) {
                    case "schema" -> Schema30.of(member);
                    // Example values: their member names are not keywords.
                    case "example", "examples" -> copied(member);
                    default -> converted(member);
                }));
        return converted;
    }

    static @Nullable Object copied(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(OpenApi30::copied).toList();
            case Map<?, ?> map -> each(map, OpenApi30::copied);
            case null, default -> value;
        };
    }

    private static Map<String, Object> each(Map<?, ?> map, UnaryOperator<@Nullable Object> conversion) {
        Map<String, Object> converted = new LinkedHashMap<>();
        map.forEach((name, value) -> converted.put(name.toString(), conversion.apply(value)));
        return converted;
    }
}
