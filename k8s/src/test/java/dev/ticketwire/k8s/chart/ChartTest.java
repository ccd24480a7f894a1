package dev.ticketwire.k8s.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Rendering;
import dev.ticketwire.k8s.policy.Policies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    /** Helm stores its release in the namespace, so that exists before the chart's objects. */
    private static final Set<String> NOT_IN_THE_CHART = Set.of("Namespace/ticketwire");

    private static Map<String, String> overlay(String name) {
        return Normalized.of(Rendering.of("overlays/" + name).all().stream()
                .filter(manifest -> !NOT_IN_THE_CHART.contains(manifest.id())));
    }

    @Test
    void theDefaultsRenderTheObjectsOfTheOverlayProduction() {
        assertSame(Normalized.of(HelmChart.defaults()), overlay("production"));
    }

    @Test
    void theLocalValuesRenderTheObjectsOfTheOverlayLocal() {
        assertSame(Normalized.of(HelmChart.local()), overlay("local"));
    }

    /** What a component adds to the base, the option adds to the chart. */
    @ParameterizedTest
    @CsvSource({
        "ingress, Ingress/api-gateway",
        "gateway-api, Gateway/tickets",
        "gateway-api, HTTPRoute/api-gateway",
        "tracing, NetworkPolicy/to-traces"
    })
    void theExamplesAreThoseOfTheComponents(String component, String id) {
        Map<String, String> chart = Normalized.of(HelmChart.variant("examples.yaml"));
        Map<String, String> components = Normalized.of(Rendering.of("components/" + component));

        assertThat(chart.get(id)).isNotNull().isEqualTo(components.get(id));
    }

    private static void assertSame(Map<String, String> chart, Map<String, String> overlay) {
        assertThat(chart.keySet()).isEqualTo(overlay.keySet());
        chart.forEach((id, text) -> assertThat(text).as(id).isEqualTo(overlay.get(id)));
    }

    @Test
    void aChangedObjectIsNotTheSame() {
        Manifests changed = HelmChart.defaults().copy();
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        changed.find("Deployment", "api-gateway").orElseThrow().at("/spec/template/spec"))
                .put("terminationGracePeriodSeconds", 44);

        assertThat(Normalized.of(changed)).isNotEqualTo(Normalized.of(HelmChart.defaults()));
    }

    /** Dashboards and rules are links, which a package must not contain. */
    @Test
    void aPackedChartRendersTheSame(@TempDir Path folder) {
        assertSame(Normalized.of(HelmChart.packed(folder)), Normalized.of(HelmChart.defaults()));
    }

    @Test
    void helmFindsNoFault() {
        LintResult result = HelmChart.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    static Stream<Manifests> variants() {
        return HelmChart.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyVariantKeepsTheRules(Manifests manifests) {
        // Names of one's own Secrets and registries are what these options are for.
        List<String> violations = Policies.violations(manifests)
                .filter(text -> !text.contains("-of-mine") && !text.contains("registry.example"))
                .toList();

        assertThat(violations).isEmpty();
    }

    @Test
    void withoutOperatorsThereAreObjectsOfKubernetesOnly() {
        Set<String> versions = HelmChart.variant("no-operators.yaml").all().stream()
                .map(Manifest::apiVersion)
                .collect(Collectors.toSet());

        assertThat(versions)
                .containsExactlyInAnyOrder("v1", "apps/v1", "batch/v1", "policy/v1", "networking.k8s.io/v1");
    }

    @Test
    void imagesSecretsAndVariablesAreOnesOwn() {
        Manifests mirror = HelmChart.variant("mirror.yaml");
        Manifest gateway = mirror.find("Deployment", "api-gateway").orElseThrow();
        String container = gateway.at("/spec/template/spec/containers/0").toString();

        assertThat(container)
                .contains("registry.example/mirror/ticketwire/api-gateway:0.2.0")
                .contains("gateway-of-mine", "database-of-mine", "TICKETWIRE_CORS_ORIGINS")
                .contains("\"limits\":{\"memory\":\"1Gi\"}");
        assertThat(gateway.text("/spec/template/spec/imagePullSecrets/0/name")).isEqualTo("mirror");
    }

    @ParameterizedTest
    @CsvSource({
        "image.tagg, 0.1.0",
        "image.tag, latest",
        "image.pullPolicy, Sometimes",
        "services.api-gateway.replicas, 0",
        "services.api-gateway.autoscaling.max, 12",
        "services.gateway.replicas, 2",
        "services.stats-service.resources.limits.memory, much",
        "services.stats-service.env[0].name, with space",
        "database.url, mysql://db/osticket",
        "database.port, 70000",
        "database.peers, any",
        "webhooks.ports[0], 0",
        "webhooks.receivers, any",
        "services.webhook-service.autoscaling.max, 13",
        "mail.smtpUrl, smtp://user:password@relay.example.org",
        "mail.ports[0], 0",
        "mail.servers, any",
        "mail.accountsOnly, perhaps",
        "kafka.settings.PASSWORD, x",
        "strimzi.replicas, 1",
        "strimzi.enabled, maybe",
        "keda.lag, many",
        "ingress.host, not a host",
        "setup.commands[0], drop",
        "unknown, x"
    })
    void theSchemaRefusesBadValues(String path, String value) {
        assertThatThrownBy(() -> HelmChart.render("refused", List.of(), Map.of(path, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schema");
    }
}
