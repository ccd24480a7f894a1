package dev.ticketwire.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Rendering;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule is blind: each finds what was planted against it. */
class PlantedViolationsTest {

    /** What is applied in production, with all examples. */
    private static Manifests everything() {
        Map<String, Manifest> byId = new LinkedHashMap<>();
        Stream.of("overlays/production", "components/ingress", "components/gateway-api", "monitoring")
                .flatMap(folder -> Rendering.of(folder).all().stream())
                .forEach(manifest -> byId.putIfAbsent(manifest.id(), manifest));
        return new Manifests("everything", byId.values().stream().toList());
    }

    static Stream<PlantedViolation> planted() {
        return PlantedViolations.all();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedViolationIsFound(PlantedViolation planted) {
        assertThat(planted.found(everything())).isNotEmpty();
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        Set<String> planted = planted().map(PlantedViolation::policy).collect(Collectors.toSet());

        assertThat(Policies.ALL).extracting(Policy::name).containsExactlyInAnyOrderElementsOf(planted);
    }
}
