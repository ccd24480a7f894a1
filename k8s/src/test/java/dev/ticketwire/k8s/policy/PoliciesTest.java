package dev.ticketwire.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Rendering;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on everything that kustomize renders. */
class PoliciesTest {

    static Stream<Manifests> rendered() {
        return Rendering.all();
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void whatKustomizeRendersKeepsEveryRule(Manifests manifests) {
        List<String> violations = Policies.violations(manifests).toList();

        assertThat(violations).isEmpty();
    }
}
