package dev.ticketwire.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.ticketwire.contract.message.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published OpenAPI document: its examples, and whether a value fits one of its schemas. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode root;

    OpenApiDocument() {
        try (InputStream in = Objects.requireNonNull(Topics.class.getResourceAsStream("/openapi/ticketwire.yaml"))) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            root = JSON.valueToTree(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The problem codes that one of these operations may answer, those that any may answer included; by operationId.
     */
    Set<String> codes(Set<String> operationIds) {
        Set<String> codes = new TreeSet<>();
        root.path("x-codes").forEach(code -> codes.add(code.asText()));
        for (JsonNode path : root.path("paths")) {
            for (JsonNode operation : path) {
                if (operationIds.contains(operation.path("operationId").asText())) {
                    operation.path("x-codes").forEach(code -> codes.add(code.asText()));
                }
            }
        }
        return codes;
    }

    /**
     * A request that the document gives as an example.
     *
     * @param parameters of the operation and of its path, resolved
     * @param contentType null for a request without a body
     * @param body null as well
     * @param answer the first that the operation lists, resolved: the one of its examples
     */
    record Example(
            String method,
            String path,
            JsonNode operation,
            List<JsonNode> parameters,
            @Nullable String contentType,
            @Nullable JsonNode body,
            int status,
            JsonNode answer) {

        String meaning() {
            return operation.path("x-operation").asText();
        }

        /** Further paths that mean the same; one that ends in {@code .xml} answers JSON as XML. */
        List<String> aliases() {
            List<String> aliases = new ArrayList<>();
            operation.path("x-aliases").forEach(alias -> aliases.add(alias.asText()));
            return aliases;
        }

        boolean needsKey() {
            return !operation.has("security");
        }

        JsonNode requestSchema() {
            return operation
                    .path("requestBody")
                    .path("content")
                    .path(contentType)
                    .path("schema");
        }

        @Override
        public String toString() {
            return method + ' ' + path + (contentType == null ? "" : " of " + contentType);
        }
    }

    /** One at least for each operation. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> add(examples, path.getKey(), path.getValue(), member)));
        return examples;
    }

    private void add(List<Example> examples, String path, JsonNode item, Map.Entry<String, JsonNode> member) {
        JsonNode operation = member.getValue();
        String method = member.getKey().toUpperCase(Locale.ROOT);
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        Map.Entry<String, JsonNode> first =
                operation.path("responses").properties().iterator().next();
        int status = Integer.parseInt(first.getKey());
        JsonNode answer = resolved(first.getValue());
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isMissingNode()) {
            examples.add(new Example(method, path, operation, parameters, null, null, status, answer));
        }
        content.properties()
                .forEach(type -> bodies(type.getValue())
                        .forEach(body -> examples.add(new Example(
                                method, path, operation, parameters, type.getKey(), body, status, answer))));
    }

    private static List<JsonNode> bodies(JsonNode media) {
        List<JsonNode> bodies = new ArrayList<>();
        if (media.has("example")) {
            bodies.add(media.path("example"));
        }
        media.path("examples").forEach(example -> bodies.add(example.path("value")));
        return bodies;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    /** What is wrong with {@code value}, by a schema of the document. */
    Set<ValidationMessage> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", root.path("components"));
        return SCHEMAS.getSchema(whole).validate(value);
    }
}
