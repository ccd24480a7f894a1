package dev.ticketwire.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A selector of labels, with {@code matchLabels} and {@code matchExpressions}. An empty one selects everything. */
public record Selector(JsonNode content) {

    /** @param labels a selector of the plain form, as a Service has it */
    public static Selector plain(JsonNode labels) {
        return new Selector(Yaml.object().set("matchLabels", labels));
    }

    public boolean isEmpty() {
        return content.path("matchLabels").isEmpty()
                && content.path("matchExpressions").isEmpty();
    }

    public boolean selects(Map<String, String> labels) {
        return Manifest.map(content.path("matchLabels")).entrySet().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
                && Workload.each(content.path("matchExpressions")).allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(JsonNode expression, Map<String, String> labels) {
        String value = labels.get(expression.path("key").asText());
        Set<String> values =
                Workload.each(expression.path("values")).map(JsonNode::asText).collect(Collectors.toSet());
        return switch (expression.path("operator").asText()) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException("unknown operator in " + expression);
        };
    }
}
