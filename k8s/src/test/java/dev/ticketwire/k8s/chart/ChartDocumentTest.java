package dev.ticketwire.k8s.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.Repository;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README.md of the chart against values.yaml. */
class ChartDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+)` \\| (\\S+) \\|");
    /** Members of these are documented as a whole. */
    private static final Pattern WHOLE = Pattern.compile(".*(resources|annotations|settings)");

    private static final Pattern SERVICE = Pattern.compile("^services\\.[a-z-]+\\.");

    @Test
    void theTableHasEachValueWithItsDefault() {
        Map<String, String> documented = ROW.matcher(Repository.read(HelmChart.FOLDER.resolve("README.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, b) -> a, TreeMap::new));
        Map<String, String> defaults = defaults();

        assertThat(documented.keySet()).isEqualTo(defaults.keySet());
        assertThat(documented).allSatisfy((path, value) -> {
            boolean isDescribed = value.matches("map|list|name|number");
            assertThat(isDescribed || value.equals(defaults.get(path)))
                    .as("%s %s", path, value)
                    .isTrue();
        });
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        leaves("", Yaml.read(Repository.read(HelmChart.FOLDER.resolve("values.yaml"))))
                .forEach(leaf ->
                        defaults.put(SERVICE.matcher(leaf.getKey()).replaceFirst("services.NAME."), leaf.getValue()));
        return defaults;
    }

    private static Stream<Map.Entry<String, String>> leaves(String path, JsonNode node) {
        if (!node.isObject() || WHOLE.matcher(path).matches()) {
            String text = node.isTextual() && !node.asText().isEmpty() ? node.asText() : node.toString();
            return Stream.of(Map.entry(path, "`" + text + "`"));
        }
        return node.properties().stream()
                .flatMap(member ->
                        leaves(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
    }
}
