package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Container;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Selector;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Resources, probes, and what keeps a service up while pods and nodes come and go. */
final class Availability {
    private static final Map<String, String> PROBES = Map.of(
            "startupProbe",
            "/q/health/started",
            "readinessProbe",
            "/q/health/ready",
            "livenessProbe",
            "/q/health/live");

    static final List<Policy> POLICIES = List.of(
            Policy.ofContainers(
                    "containers request and limit resources", (workload, container) -> resources(container)),
            Policy.ofContainers("serving containers have probes", Availability::probes),
            Policy.ofContainers(
                    "probes of our services ask the right path of the management port", Availability::paths),
            Policy.ofWorkloads("a pod has the time that its drain takes", Availability::drain),
            Policy.ofWorkloads("a rollout takes no pod away before the next is ready", Availability::rollout),
            new Policy("two replicas or more have a disruption budget", Availability::budgets),
            new Policy("a disruption budget selects pods and lets one go", Availability::budgetsWork),
            new Policy("two replicas or more are spread", Availability::spread));

    private Availability() {}

    private static Stream<String> resources(Container container) {
        return Stream.of("/requests/cpu", "/requests/memory", "/limits/memory")
                .filter(pointer ->
                        container.content().at("/resources" + pointer).isMissingNode())
                .map(pointer -> "has no " + pointer.substring(1).replace("/", "."));
    }

    private static Stream<String> probes(Workload workload, Container container) {
        if (!workload.serves() || workload.containers().noneMatch(container::equals)) {
            return Stream.empty();
        }
        // Servers that are not ours are not restarted while they recover.
        return PROBES.keySet().stream()
                .filter(probe -> container.isOurs() || !probe.equals("livenessProbe"))
                .filter(probe -> !container.content().has(probe))
                .map(probe -> "has no " + probe);
    }

    private static Stream<String> paths(Workload workload, Container container) {
        if (!container.isOurs()) {
            return Stream.empty();
        }
        return PROBES.entrySet().stream()
                .filter(probe -> container.content().has(probe.getKey()))
                .flatMap(probe -> {
                    JsonNode request = container.content().path(probe.getKey()).path("httpGet");
                    boolean isRight = request.path("path").asText().equals(probe.getValue())
                            && request.path("port").asText().equals("management")
                            && container.listensOn(request.path("port"));
                    return unless(isRight, probe.getKey() + " asks " + request + ", not " + probe.getValue());
                });
    }

    private static Stream<String> drain(Workload workload) {
        if (!workload.serves()) {
            return Stream.empty();
        }
        long grace = workload.podSpec().path("terminationGracePeriodSeconds").asLong(30);
        return workload.containers().filter(Container::isOurs).flatMap(container -> {
            long drain = DrainTime.of(container).toSeconds();
            return unless(grace > drain, "is killed after %d s, its drain takes up to %d s".formatted(grace, drain));
        });
    }

    private static Stream<String> rollout(Workload workload) {
        if (!workload.manifest().kind().equals("Deployment")) {
            return Stream.empty();
        }
        String unavailable = workload.manifest().text("/spec/strategy/rollingUpdate/maxUnavailable");
        return unless(unavailable.equals("0"), "maxUnavailable of its rollout is '" + unavailable + "'");
    }

    private static Stream<Workload> replicated(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload -> List.of("Deployment", "StatefulSet")
                        .contains(workload.manifest().kind()))
                .filter(workload -> Scaling.replicas(manifests, workload) >= 2);
    }

    private static Stream<String> budgets(Manifests manifests) {
        return replicated(manifests)
                .filter(workload -> manifests
                        .ofKind("PodDisruptionBudget")
                        .noneMatch(budget -> new Selector(budget.at("/spec/selector")).selects(workload.podLabels())))
                .map(workload -> workload.manifest().id() + ": no PodDisruptionBudget selects its pods");
    }

    private static Stream<String> budgetsWork(Manifests manifests) {
        return manifests.ofKind("PodDisruptionBudget").flatMap(budget -> {
            List<Workload> selected = manifests
                    .workloads()
                    .filter(workload -> new Selector(budget.at("/spec/selector")).selects(workload.podLabels()))
                    .toList();
            boolean lets = budget.at("/spec/maxUnavailable").asInt() >= 1
                    || selected.stream()
                            .allMatch(
                                    workload -> budget.at("/spec/minAvailable").asInt(Integer.MAX_VALUE)
                                            < Scaling.replicas(manifests, workload));
            return Stream.concat(
                    unless(selected.size() == 1, budget.id() + ": selects " + selected.size() + " workloads"),
                    unless(lets, budget.id() + ": never lets a pod go, so that no node can be drained"));
        });
    }

    private static Stream<String> spread(Manifests manifests) {
        return replicated(manifests)
                .filter(workload -> hosts(workload).noneMatch(spread -> spreads(spread, workload)))
                .map(workload -> workload.manifest().id() + ": its pods are not spread over nodes");
    }

    private static Stream<JsonNode> hosts(Workload workload) {
        return Workload.each(workload.podSpec().path("topologySpreadConstraints"))
                .filter(spread -> spread.path("topologyKey").asText().equals("kubernetes.io/hostname"));
    }

    /** Only pods of this workload count: by the selector, or by the keys whose values must be those of the pod. */
    private static boolean spreads(JsonNode spread, Workload workload) {
        Selector selector = new Selector(spread.path("labelSelector"));
        boolean isNarrow = Workload.each(spread.path("matchLabelKeys"))
                        .anyMatch(key -> key.asText().equals("app.kubernetes.io/name"))
                || selector.content().at("/matchLabels").has("app.kubernetes.io/name");
        return isNarrow && selector.selects(workload.podLabels());
    }
}
