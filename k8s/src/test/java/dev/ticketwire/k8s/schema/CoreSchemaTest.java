package dev.ticketwire.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Rendering;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoreSchemaTest {
    static Stream<Manifests> rendered() {
        return Rendering.all();
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void everyObjectOfKubernetesIsValid(Manifests manifests) {
        assertThat(CoreSchema.problems(manifests.all().stream())).isEmpty();
    }
}
