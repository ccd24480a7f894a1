package dev.ticketwire.k8s.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.ExternalTool;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRulesTest {
    private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info");

    @Test
    void prometheusAcceptsTheRules() {
        check(Alert.files()).succeeded();
    }

    @Test
    void aMistakeInARuleIsCaught(@TempDir Path folder) throws IOException {
        Path planted = folder.resolve("rules.yaml");
        String text = Repository.read(Alert.files().getFirst());
        Files.writeString(planted, text.replaceFirst("histogram_quantile", "histogram_quantil"));

        assertThat(check(List.of(planted)).status()).isNotZero();
    }

    private static ProgramRun check(List<Path> files) {
        return promtool(List.of("check", "rules", "--lint=all", "--lint-fatal"), files);
    }

    private static ProgramRun promtool(List<String> command, List<Path> files) {
        List<String> line =
                new ArrayList<>(List.of(ExternalTool.PROMTOOL.require().toString()));
        line.addAll(command);
        files.forEach(file -> line.add(file.toString()));
        return ProgramRun.of(Alert.FOLDER, line);
    }

    @Test
    void theRulesFireWhenTheyShouldAndStayQuietOtherwise() {
        promtool(List.of("test", "rules"), tests()).succeeded();
    }

    private static List<Path> tests() {
        return Repository.files(Alert.FOLDER.resolve("rules/tests"), file -> true);
    }

    @Test
    void everyAlertIsSeenFiringByATest() {
        String expected = tests().stream().map(Repository::read).collect(Collectors.joining());

        assertThat(Alert.all())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(expected).contains("alertname=\"" + alert.name() + "\""));
    }

    @Test
    void everyAlertTellsHowUrgentItIsAndWhatToDo() {
        assertThat(Alert.all()).allSatisfy(alert -> {
            assertThat(alert.rule().at("/labels/severity").asText())
                    .as(alert.name())
                    .isIn(SEVERITIES);
            assertThat(alert.annotation("summary")).as(alert.name()).isNotBlank();
            assertThat(alert.annotation("description")).as(alert.name()).isNotBlank();
            assertThat(alert.annotation("runbook_url")).endsWith("/docs/runbooks/" + alert.name() + ".md");
        });
    }

    @Test
    void theOperatorsRuleHoldsTheSameGroups() {
        List<JsonNode> groups = Alert.files().stream()
                .flatMap(file -> Alert.each(Yaml.read(Repository.read(file)).path("groups")))
                .toList();
        JsonNode wrapped = Yaml.read(Repository.read(Alert.FOLDER.resolve("prometheus-rule.yaml")));

        assertThat(Alert.each(wrapped.at("/spec/groups")))
                .as("run k8s/monitoring/wrap-rules")
                .containsExactlyElementsOf(groups);
    }
}
