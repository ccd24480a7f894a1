package dev.ticketwire.k8s.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Helm chart, rendered by Helm as a library. */
public final class HelmChart {
    static final Path FOLDER = Repository.path("k8s/chart");
    private static final Path VARIANTS = Repository.path("k8s/src/test/resources/chart");

    private HelmChart() {}

    /** @return the chart with its defaults, for a local cluster, and with each file of options of these tests */
    public static Stream<Manifests> variants() {
        Stream<Path> options = Repository.files(VARIANTS, file -> true).stream();
        return Stream.concat(
                Stream.of(defaults(), local()),
                options.map(file -> render("chart with " + file.getFileName(), List.of(file), Map.of())));
    }

    static Manifests defaults() {
        return render("chart", List.of(), Map.of());
    }

    static Manifests local() {
        return render("chart with values-local.yaml", List.of(FOLDER.resolve("values-local.yaml")), Map.of());
    }

    /** @param name of a file of options of these tests */
    static Manifests variant(String name) {
        return render("chart with " + name, List.of(VARIANTS.resolve(name)), Map.of());
    }

    /**
     * @param set single values by their path, as {@code --set} takes them
     * @throws IllegalStateException if the schema refuses the values
     */
    static Manifests render(String origin, List<Path> values, Map<String, String> set) {
        return render(FOLDER, origin, values, set);
    }

    private static Manifests render(Path chart, String origin, List<Path> values, Map<String, String> set) {
        // Without a version the library takes that of a cluster from 2020.
        TemplateCommand command = new Helm(chart)
                .template()
                .withName("ticketwire")
                .withNamespace("ticketwire")
                .withKubeVersion("1.32.0");
        values.forEach(command::withValuesFile);
        set.forEach(command::set);
        return new Manifests(origin, Yaml.manifests(command.call()));
    }

    /**
     * @param folder an empty folder for the package
     * @return the defaults, rendered from the chart as it is released: packed in one file
     */
    static Manifests packed(Path folder) {
        new Helm(FOLDER).packageIt().withDestination(folder).call();
        Path file = Repository.files(folder, each -> true).getFirst();
        return render(file, "packed chart", List.of(), Map.of());
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }
}
