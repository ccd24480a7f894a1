package dev.ticketwire.k8s.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Yaml;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Strict validation of Kubernetes' own kinds against the classes that are generated from its OpenAPI document: unknown
 * and missing fields, and values of another type.
 */
final class CoreSchema {
    private static final String PACKAGE = "io.kubernetes.client.openapi.models.";
    /** Groups without a dot, and those that end so, are Kubernetes' own. */
    private static final String CORE_GROUPS = ".k8s.io";

    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    static {
        // Registers the type adapters with the static Gson that the models validate with.
        new JSON();
    }

    private CoreSchema() {}

    static boolean knows(Manifest manifest) {
        String version = manifest.apiVersion();
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        return !group.contains(".") || group.endsWith(CORE_GROUPS) && !group.equals(GATEWAY_API);
    }

    /** @return what is wrong, empty if nothing */
    static Optional<String> problem(Manifest manifest) {
        try {
            Class<?> model = model(manifest);
            JsonElement tree = JsonParser.parseString(manifest.content().toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, tree);
            JsonNode read = Yaml.read(JSON.getGson().toJson(JSON.getGson().fromJson(tree, model)));
            return lost(manifest.content(), read, "").findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.of("no kind " + manifest.kind() + " in " + manifest.apiVersion());
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** {@code apps/v1 Deployment} is {@code V1Deployment}. */
    private static Class<?> model(Manifest manifest) throws ClassNotFoundException {
        String version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        String prefix = version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1);
        try {
            return Class.forName(PACKAGE + prefix + manifest.kind());
        } catch (ClassNotFoundException e) {
            // Kinds that several groups have bear the name of the group.
            return Class.forName(PACKAGE + "Core" + prefix + manifest.kind());
        }
    }

    /**
     * Gson reads the text {@code "2"} as a number, which the API server refuses. So what was read is written again and
     * must have each value of the original, with its type.
     */
    private static Stream<String> lost(JsonNode original, JsonNode read, String path) {
        if (original.isObject() && read.isObject()) {
            return original.properties().stream()
                    .flatMap(member ->
                            lost(member.getValue(), read.path(member.getKey()), path + "." + member.getKey()));
        }
        if (original.isArray() && read.isArray()) {
            return IntStream.range(0, original.size())
                    .boxed()
                    .flatMap(index -> lost(original.get(index), read.path(index), path + "[" + index + "]"));
        }
        boolean isSame = original.equals(read) || isQuantity(path) && read.isTextual();
        return isSame ? Stream.empty() : Stream.of(path + " is read as " + read + " and not as " + original);
    }

    /** Amounts are written in another form: 1024Mi as 1Gi. */
    private static boolean isQuantity(String path) {
        return QUANTITIES.stream().anyMatch(path::contains);
    }

    private static final List<String> QUANTITIES =
            List.of(".requests.", ".limits.", ".sizeLimit", ".averageValue", ".capacity.", ".divisor", ".hard.");
}
