package dev.ticketwire.k8s.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An alert of {@code k8s/monitoring/rules}.
 *
 * @param rule as in its file
 */
record Alert(JsonNode rule) {
    static final Path FOLDER = Repository.path("k8s/monitoring");

    /** The rules' tests lie in a folder of their own below. */
    static List<Path> files() {
        Path rules = FOLDER.resolve("rules");
        return Repository.files(rules, file -> rules.equals(file.getParent()));
    }

    static List<Alert> all() {
        return files().stream()
                .flatMap(Alert::rules)
                .filter(rule -> rule.has("alert"))
                .map(Alert::new)
                .toList();
    }

    private static Stream<JsonNode> rules(Path file) {
        return each(Yaml.read(Repository.read(file)).path("groups")).flatMap(group -> each(group.path("rules")));
    }

    static Stream<JsonNode> each(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    String name() {
        return rule.path("alert").asText();
    }

    String annotation(String name) {
        return rule.path("annotations").path(name).asText();
    }
}
