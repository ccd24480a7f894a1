package dev.ticketwire.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An object that runs pods.
 *
 * @param pod the template of its pods, with {@code metadata} and {@code spec}
 */
public record Workload(Manifest manifest, JsonNode pod) {
    private static final Map<String, String> TEMPLATES = Map.of(
            "Deployment", "/spec/template",
            "StatefulSet", "/spec/template",
            "DaemonSet", "/spec/template",
            "ReplicaSet", "/spec/template",
            "ReplicationController", "/spec/template",
            "Job", "/spec/template",
            "CronJob", "/spec/jobTemplate/spec/template",
            "Pod", "");

    static Optional<Workload> of(Manifest manifest) {
        return Optional.ofNullable(TEMPLATES.get(manifest.kind()))
                .map(pointer -> new Workload(manifest, manifest.at(pointer)));
    }

    /** @return whether its pods run until they are ended, unlike those of a job */
    public boolean serves() {
        return !manifest.kind().endsWith("Job");
    }

    public JsonNode podSpec() {
        return pod.path("spec");
    }

    public Map<String, String> podLabels() {
        return Manifest.map(pod.at("/metadata/labels"));
    }

    /** @return those that run side by side */
    public Stream<Container> containers() {
        return each(podSpec().path("containers")).map(Container::new);
    }

    /** @return every container of any sort */
    public Stream<Container> allContainers() {
        return Stream.of("initContainers", "containers", "ephemeralContainers")
                .flatMap(list -> each(podSpec().path(list)))
                .map(Container::new);
    }

    public Stream<JsonNode> volumes() {
        return each(podSpec().path("volumes"));
    }

    /** @return the elements of {@code array}; none if it is missing */
    public static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
