package dev.ticketwire.k8s.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import dev.ticketwire.k8s.manifest.Yaml;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects in a form in which those of the chart and those of kustomize can be compared. */
final class Normalized {
    private static final List<String> OF_HELM = List.of("helm.sh/chart", "app.kubernetes.io/managed-by");
    /** Pods roll after a change of settings: by its hash in the name of the ConfigMap, or by an annotation. */
    private static final String CHECKSUM = "checksum/settings";
    /** Appended to the ConfigMaps by kustomize, to the Job by the chart. */
    private static final String HASHED = "\"(ticketwire|mariadb|setup)-(?!dashboards)[a-z0-9]{10}\"";

    private Normalized() {}

    /** @return the objects as text, by kind and name */
    static Map<String, String> of(Stream<Manifest> manifests) {
        return manifests.collect(Collectors.toMap(
                manifest -> normalized(manifest).path("kind").asText() + "/"
                        + normalized(manifest).at("/metadata/name").asText(),
                manifest -> normalized(manifest).toPrettyString(),
                (one, other) -> one + other,
                TreeMap::new));
    }

    static Map<String, String> of(Manifests manifests) {
        return of(manifests.all().stream());
    }

    private static JsonNode normalized(Manifest manifest) {
        JsonNode plain = Yaml.read(manifest.content().toString().replaceAll(HASHED, "\"$1\""));
        return sorted(plain);
    }

    /** Members by name, lists of objects by content; lists of texts keep their order. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            Manifest.map(node).keySet().stream()
                    .filter(name -> !OF_HELM.contains(name) && !name.equals(CHECKSUM))
                    .sorted()
                    .forEach(name -> sorted.set(name, sorted(node.path(name))));
            if (sorted.path("annotations").isObject()
                    && sorted.path("annotations").isEmpty()) {
                sorted.remove("annotations");
            }
            return sorted;
        }
        if (node.isArray() && node.path(0).isObject()) {
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
            Workload.each(node)
                    .map(Normalized::sorted)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .forEach(sorted::add);
            return sorted;
        }
        return node;
    }
}
