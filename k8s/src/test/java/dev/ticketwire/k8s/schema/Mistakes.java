package dev.ticketwire.k8s.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ticketwire.k8s.manifest.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deliberate mistakes, which validation must find: for each kind an unknown field, and what the table below says. */
final class Mistakes {

    /**
     * @param kind a kind of object
     * @param required a pointer to a required field, empty if there is none
     * @param typed a pointer to a field that is no text
     */
    private record Fields(String kind, String required, String typed) {}

    private static final Map<String, Fields> FIELDS = Stream.of(
                    new Fields("Namespace", "", "/metadata/labels"),
                    new Fields("ServiceAccount", "", "/automountServiceAccountToken"),
                    new Fields("ConfigMap", "", "/data"),
                    new Fields("Service", "/spec/ports/0/port", "/spec/ports/0/port"),
                    new Fields("Deployment", "/spec/selector", "/spec/template/spec/terminationGracePeriodSeconds"),
                    new Fields("StatefulSet", "/spec/template/spec/containers/0/name", "/spec/replicas"),
                    new Fields("Job", "/spec/template", "/spec/backoffLimit"),
                    new Fields("PodDisruptionBudget", "", "/spec/selector"),
                    new Fields("NetworkPolicy", "", "/spec/policyTypes"),
                    new Fields("HorizontalPodAutoscaler", "/spec/maxReplicas", "/spec/maxReplicas"),
                    new Fields("Ingress", "/spec/rules/0/http/paths/0/pathType", "/spec/rules"),
                    new Fields("Kafka", "/spec/kafka", "/spec/kafka/listeners/0/port"),
                    new Fields("KafkaNodePool", "/spec/roles", "/spec/replicas"),
                    new Fields("KafkaTopic", "", "/spec/partitions"),
                    new Fields("KafkaUser", "/spec/authorization/acls/0/resource/type", "/spec/authorization/acls"),
                    new Fields("ScaledObject", "/spec/scaleTargetRef", "/spec/maxReplicaCount"),
                    new Fields("TriggerAuthentication", "/spec/secretTargetRef/0/parameter", "/spec/secretTargetRef"),
                    new Fields("PodMonitor", "/spec/selector", "/spec/podMetricsEndpoints"),
                    new Fields("PrometheusRule", "/spec/groups/0/name", "/spec/groups"),
                    new Fields("Gateway", "/spec/gatewayClassName", "/spec/listeners/0/port"),
                    new Fields("HTTPRoute", "/spec/rules/0/backendRefs/0/name", "/spec/rules"))
            .collect(Collectors.toMap(Fields::kind, each -> each));

    private Mistakes() {}

    /** @return copies of {@code manifest} with one mistake each, by what is wrong */
    static Map<String, Manifest> in(Manifest manifest) {
        Fields fields = FIELDS.get(manifest.kind());
        if (fields == null) {
            throw new IllegalArgumentException("Mistakes has no row for the kind " + manifest.kind());
        }
        Map<String, Manifest> mistakes = new LinkedHashMap<>();
        mistakes.put("unknown field", changed(manifest, Mistakes::unknown));
        mistakes.put("text in " + fields.typed(), changed(manifest, copy -> text(copy, fields.typed())));
        if (!fields.required().isEmpty()) {
            mistakes.put(
                    "no " + fields.required(),
                    changed(
                            manifest,
                            copy -> holder(copy, fields.required())
                                    .remove(JsonPointer.compile(fields.required())
                                            .last()
                                            .getMatchingProperty())));
        }
        return mistakes;
    }

    private static Manifest changed(Manifest manifest, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode copy = manifest.content().deepCopy();
        change.accept(copy);
        return new Manifest(copy);
    }

    /** In the deepest place that Kubernetes knows: a container, a rule, the specification. */
    private static void unknown(ObjectNode copy) {
        JsonNode place = List.of(
                        "/spec/template/spec/containers/0",
                        "/spec/rules/0",
                        "/spec/groups/0",
                        "/spec/triggers/0",
                        "/spec")
                .stream()
                .map(copy::at)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(copy);
        ((ObjectNode) place).put("misspelt", "x");
    }

    private static void text(ObjectNode copy, String pointer) {
        holder(copy, pointer).set(JsonPointer.compile(pointer).last().getMatchingProperty(), TextNode.valueOf("7"));
    }

    private static ObjectNode holder(ObjectNode copy, String pointer) {
        JsonNode holder = copy.at(JsonPointer.compile(pointer).head());
        if (holder instanceof ArrayNode || !holder.isObject()) {
            throw new IllegalArgumentException("no " + pointer + " in " + copy.path("kind"));
        }
        return (ObjectNode) holder;
    }
}
