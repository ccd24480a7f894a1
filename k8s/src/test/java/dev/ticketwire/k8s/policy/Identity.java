package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import dev.ticketwire.k8s.manifest.Container;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images and labels. */
final class Identity {
    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String VERSION = "app.kubernetes.io/version";
    private static final List<String> OF_PODS =
            List.of("app.kubernetes.io/name", "app.kubernetes.io/component", PART_OF, VERSION);
    private static final Pattern VERSIONED = Pattern.compile("[a-z0-9./_-]+(:[\\w.-]+|@sha256:[0-9a-f]{64})");

    static final List<Policy> POLICIES = List.of(
            Policy.ofContainers("images have a version", (workload, container) -> version(container)),
            Policy.ofContainers("images name no registry", (workload, container) -> registry(container)),
            Policy.ofWorkloads("our images have the version of the labels", Identity::sameVersion),
            Policy.ofWorkloads(
                    "pods are labelled",
                    workload -> OF_PODS.stream()
                            .filter(label -> !workload.podLabels().containsKey(label))
                            .map(label -> "pods have no label " + label)),
            Policy.ofWorkloads(
                    "pods are named as their workload",
                    workload -> unless(
                            name(workload).equals(workload.podLabels().get("app.kubernetes.io/name")),
                            "pods are named " + workload.podLabels().get("app.kubernetes.io/name"))),
            new Policy("every object belongs to ticketwire", Identity::partOf),
            new Policy("every object is in one namespace", Identity::namespace),
            new Policy("selectors stay as they are from version to version", Identity::selectors));

    private Identity() {}

    /** Without the hash that makes the name of a Job that Helm replaces. */
    private static String name(Workload workload) {
        String name = workload.manifest().name();
        return workload.serves() ? name : name.replaceAll("-[a-z0-9]{10}$", "");
    }

    private static Stream<String> version(Container container) {
        String image = container.image();
        return unless(
                VERSIONED.matcher(image).matches() && !image.endsWith(":latest"),
                "has no version in its image " + image);
    }

    private static Stream<String> registry(Container container) {
        String first = container.image().split("/", 2)[0];
        boolean isHost = container.image().contains("/") && (first.contains(".") || first.contains(":"));
        return unless(!isHost, "names a registry in its image " + container.image());
    }

    private static Stream<String> sameVersion(Workload workload) {
        String version = workload.podLabels().get(VERSION);
        return workload.containers()
                .filter(Container::isOurs)
                .filter(container -> !container.image().endsWith(":" + version))
                .map(container -> container.image() + " is not of version " + version);
    }

    private static Stream<String> partOf(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> !"ticketwire".equals(manifest.labels().get(PART_OF)))
                .map(manifest -> manifest.id() + ": has no label " + PART_OF);
    }

    private static Stream<String> namespace(Manifests manifests) {
        if (manifests.workloads().findAny().isEmpty()) {
            return Stream.empty(); // a part of an overlay, which names the namespace
        }
        return manifests.all().stream()
                .filter(manifest ->
                        !List.of("Namespace", "GatewayClass", "ClusterIssuer").contains(manifest.kind()))
                .filter(manifest -> !manifest.text("/metadata/namespace").equals("ticketwire"))
                .map(manifest -> manifest.id() + ": is in namespace '" + manifest.text("/metadata/namespace") + "'");
    }

    private static Stream<String> selectors(Manifests manifests) {
        return manifests.all().stream()
                .filter(Identity::selectsVersion)
                .map(manifest -> manifest.id() + ": selects by version");
    }

    private static boolean selectsVersion(Manifest manifest) {
        return manifest.content().findValues("selector").stream()
                .anyMatch(selector -> selector.toString().contains(VERSION));
    }
}
