package dev.ticketwire.k8s.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.ExternalTool;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    void prometheusCanReadEveryQuery() {
        List<String> queries = dashboards().stream()
                .flatMap(DashboardsTest::panels)
                .flatMap(DashboardsTest::queries)
                .toList();

        assertThat(queries).hasSizeGreaterThan(50).allSatisfy(query -> format(query)
                .succeeded());
    }

    @Test
    void aMistakeInAQueryIsCaught() {
        assertThat(format("sum(rate(ticketwire_commands_total[$__rate_interval])").status())
                .isNotZero();
    }

    private static ProgramRun format(String query) {
        String promtool = ExternalTool.PROMTOOL.require().toString();
        String replaced = query.replace("$__rate_interval", "5m").replaceAll("\\$(namespace|app)", ".*");
        return ProgramRun.of(Alert.FOLDER, List.of(promtool, "--experimental", "promql", "format", replaced));
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
        assertThat(files()).allSatisfy(file -> assertThat(
                        Yaml.read(Repository.read(file)).path("uid").asText() + ".json")
                .isEqualTo(file.getFileName().toString()));
    }
}
