package dev.ticketwire.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document as it is written. */
final class ApiDocument {
    static final JsonNode ROOT = load("ticketwire.yaml");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private ApiDocument() {}

    /** An operation under one of its paths. */
    record Entry(String method, String path, JsonNode operation) {
        String operationId() {
            return operation.path("operationId").asText();
        }

        /** Method and path as {@code RouteTable} writes it. */
        String route() {
            return method + ' ' + path.replaceAll("\\{[^}]+}", "*");
        }

        Stream<Entry> withAliases() {
            return Stream.concat(
                    Stream.of(this),
                    strings(operation.path("x-aliases")).stream().map(alias -> new Entry(method, alias, operation)));
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream("/openapi/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode load(String name) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name));
        return new ObjectMapper().valueToTree(read);
    }

    /** All operations, under their own paths. */
    static List<Entry> entries() {
        return entries(ROOT);
    }

    static List<Entry> entries(JsonNode document) {
        List<Entry> entries = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        String method = member.getKey().toUpperCase(Locale.ROOT);
                        entries.add(new Entry(method, path.getKey(), member.getValue()));
                    }
                }));
        return entries;
    }

    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(element -> strings.add(element.asText()));
        return strings;
    }
}
