package dev.ticketwire.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.k8s.chart.HelmChart;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Rendering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that kustomize and Helm render, against the schemas. Equal objects of several overlays are validated once. */
class SchemasTest {

    private static Map<String, Manifest> rendered(Predicate<Manifest> wanted) {
        Map<Manifest, String> first = new LinkedHashMap<>();
        Stream.concat(Rendering.all(), HelmChart.variants())
                .forEach(manifests -> manifests.all().stream()
                        .filter(wanted)
                        .forEach(manifest -> first.putIfAbsent(manifest, manifests.origin() + ": " + manifest.id())));
        return first.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** One object of each kind, with each mistake. */
    private static Map<String, Manifest> mistaken(Map<String, Manifest> manifests) {
        Map<String, Manifest> kinds = manifests.values().stream()
                .collect(Collectors.toMap(Manifest::kind, manifest -> manifest, (one, other) -> one));
        Map<String, Manifest> mistaken = new LinkedHashMap<>();
        kinds.forEach((kind, manifest) ->
                Mistakes.in(manifest).forEach((what, wrong) -> mistaken.put(kind + " with " + what, wrong)));
        return mistaken;
    }

    @Test
    void everyObjectOfKubernetesIsValid() {
        Map<String, Manifest> manifests = rendered(CoreSchema::knows);

        assertThat(manifests).isNotEmpty();
        assertThat(coreProblems(manifests)).isEmpty();
    }

    @Test
    void everyMistakeInAnObjectOfKubernetesIsFound() {
        Map<String, Manifest> mistaken = mistaken(rendered(CoreSchema::knows));

        assertThat(coreProblems(mistaken).keySet()).containsExactlyInAnyOrderElementsOf(mistaken.keySet());
    }

    /** Both in one run, since starting the compiler of the types takes longest. */
    @Test
    void everyCustomResourceIsValidAndEveryMistakeInOneIsFound() {
        Map<String, Manifest> manifests = rendered(manifest -> !CoreSchema.knows(manifest));
        Map<String, Manifest> mistaken = mistaken(manifests);
        Map<String, Manifest> all = new LinkedHashMap<>(manifests);
        all.putAll(mistaken);

        Map<String, List<String>> problems = CustomSchemas.problems(all);

        assertThat(manifests).isNotEmpty();
        assertThat(problems.keySet()).containsExactlyInAnyOrderElementsOf(mistaken.keySet());
    }

    private static Map<String, String> coreProblems(Map<String, Manifest> manifests) {
        return manifests.entrySet().stream()
                .flatMap(entry -> {
                    Optional<String> problem = CoreSchema.problem(entry.getValue());
                    return problem.map(text -> Stream.of(Map.entry(entry.getKey(), text)))
                            .orElse(Stream.empty());
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
