package dev.ticketwire.k8s.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.ExternalTool;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsTest {
    private static final String RUNBOOKS = "/docs/runbooks/";

    private static List<Path> files() {
        return Repository.files(Alert.FOLDER.resolve("dashboards"), file -> true);
    }

    private static List<JsonNode> dashboards() {
        return files().stream().map(Repository::read).map(Yaml::read).toList();
    }

    private static Stream<JsonNode> panels(JsonNode dashboard) {
        return Alert.each(dashboard.path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"));
    }

    private static Stream<String> queries(JsonNode panel) {
        return Alert.each(panel.path("targets"))
                .map(target -> target.path("expr").asText());
    }

    @Test
    void prometheusCanReadEveryQuery(@TempDir Path folder) throws IOException {
        List<String> queries = dashboards().stream()
                .flatMap(DashboardsTest::panels)
                .flatMap(DashboardsTest::queries)
                .toList();

        assertThat(queries).hasSizeGreaterThan(50);
        check(folder, queries).succeeded();
    }

    @Test
    void aMistakeInAQueryIsCaught(@TempDir Path folder) throws IOException {
        assertThat(check(folder, List.of("sum(rate(ticketwire_commands_total[$__rate_interval])"))
                        .status())
                .isNotZero();
    }

    /** As rules, which promtool reads all at once. */
    private static ProgramRun check(Path folder, List<String> queries) throws IOException {
        ObjectNode group = Yaml.object().put("name", "queries");
        ArrayNode rules = group.putArray("rules");
        for (int i = 0; i < queries.size(); i++) {
            rules.addObject().put("record", "query:" + i).put("expr", withoutVariables(queries.get(i)));
        }
        Path file = folder.resolve("queries.yaml");
        Files.writeString(
                file,
                Yaml.object()
                        .set("groups", Yaml.object().arrayNode().add(group))
                        .toString());
        String promtool = ExternalTool.PROMTOOL.require().toString();
        return ProgramRun.of(folder, List.of(promtool, "check", "rules", file.toString()));
    }

    private static String withoutVariables(String query) {
        return query.replace("$__rate_interval", "5m").replaceAll("\\$(namespace|app)", ".*");
    }

    @Test
    void everyPanelHasADescriptionAUnitAndTheChosenDataSource() {
        dashboards()
                .forEach(dashboard -> assertThat(panels(dashboard)).isNotEmpty().allSatisfy(panel -> {
                    assertThat(panel.path("description").asText())
                            .as(panel.path("title").asText())
                            .isNotBlank();
                    assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                    assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                }));
    }

    @Test
    void panelsAreToldApartByTheirIds() {
        dashboards()
                .forEach(dashboard -> assertThat(Alert.each(dashboard.path("panels"))
                                .map(panel -> panel.path("id").asInt()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void everyLinkToARunbookHasItsPage() {
        Stream<String> links = dashboards().stream()
                .flatMap(DashboardsTest::panels)
                .flatMap(panel -> Alert.each(panel.path("links")))
                .map(link -> link.path("url").asText());

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Repository.path("docs/runbooks")
                                .resolve(link.substring(link.indexOf(RUNBOOKS) + RUNBOOKS.length())))
                        .matches(Files::exists));
    }

    @Test
    void everyDashboardIsInTheConfigMapUnderItsName() {
        JsonNode kustomization = Yaml.read(Repository.read(Alert.FOLDER.resolve("kustomization.yaml")));

        assertThat(Alert.each(kustomization.at("/configMapGenerator/0/files")).map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> "dashboards/" + file.getFileName())
                        .toList());
        assertThat(files())
                .allSatisfy(file -> assertThat(
                                Yaml.read(Repository.read(file)).path("uid").asText() + ".json")
                        .isEqualTo(file.getFileName().toString()));
    }
}
