package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.stream.Stream;

/** HorizontalPodAutoscalers and KEDA's ScaledObjects. */
final class Scaling {
    static final List<Policy> POLICIES = List.of(
            new Policy("an autoscaler's target exists", Scaling::targets),
            new Policy("no workload has two autoscalers", Scaling::twice),
            new Policy("a scaled workload does not set its replicas itself", Scaling::replicasLeft),
            new Policy("an autoscaler's least is not above its most", Scaling::bounds),
            new Policy("an autoscaler's resources are requested", Scaling::requested));

    private Scaling() {}

    private static Stream<Manifest> autoscalers(Manifests manifests) {
        return manifests.ofKind("HorizontalPodAutoscaler", "ScaledObject");
    }

    /** KEDA takes a Deployment unless another kind is named. */
    private static boolean scales(Manifest autoscaler, Manifest target) {
        String kind = autoscaler.at("/spec/scaleTargetRef/kind").asText("Deployment");
        return kind.equals(target.kind())
                && autoscaler.text("/spec/scaleTargetRef/name").equals(target.name());
    }

    private static Stream<Manifest> autoscalersOf(Manifest target, Manifests manifests) {
        return autoscalers(manifests).filter(autoscaler -> scales(autoscaler, target));
    }

    /** @return how many pods of {@code workload} there are at least */
    static int replicas(Manifests manifests, Workload workload) {
        return autoscalersOf(workload.manifest(), manifests)
                .map(Scaling::least)
                .findFirst()
                .orElseGet(() -> workload.manifest().at("/spec/replicas").asInt(1));
    }

    private static int least(Manifest autoscaler) {
        return autoscaler.kind().equals("ScaledObject")
                ? autoscaler.at("/spec/minReplicaCount").asInt(0)
                : autoscaler.at("/spec/minReplicas").asInt(1);
    }

    private static int most(Manifest autoscaler) {
        return autoscaler.kind().equals("ScaledObject")
                ? autoscaler.at("/spec/maxReplicaCount").asInt(100)
                : autoscaler.at("/spec/maxReplicas").asInt();
    }

    private static Stream<String> targets(Manifests manifests) {
        return autoscalers(manifests)
                .filter(autoscaler ->
                        manifests.workloads().noneMatch(workload -> scales(autoscaler, workload.manifest())))
                .map(autoscaler -> autoscaler.id() + ": there is no " + autoscaler.at("/spec/scaleTargetRef"));
    }

    private static Stream<String> twice(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload ->
                        autoscalersOf(workload.manifest(), manifests).count() > 1)
                .map(workload -> workload.manifest().id() + ": has two autoscalers");
    }

    private static Stream<String> replicasLeft(Manifests manifests) {
        return manifests
                .workloads()
                .map(Workload::manifest)
                .filter(manifest -> !manifest.at("/spec/replicas").isMissingNode())
                .filter(manifest -> autoscalersOf(manifest, manifests).findAny().isPresent())
                .map(manifest -> manifest.id() + ": sets replicas, which every apply would reset");
    }

    private static Stream<String> bounds(Manifests manifests) {
        return autoscalers(manifests)
                .flatMap(autoscaler -> unless(
                        least(autoscaler) >= 1 && least(autoscaler) <= most(autoscaler),
                        autoscaler.id() + ": from " + least(autoscaler) + " to " + most(autoscaler)));
    }

    private static Stream<String> requested(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> autoscalersOf(workload.manifest(), manifests)
                        .flatMap(autoscaler -> Workload.each(autoscaler.at("/spec/metrics")))
                        .map(metric -> metric.at("/resource/name").asText(""))
                        .filter(resource -> !resource.isEmpty())
                        .filter(resource -> !workload.containers()
                                .allMatch(container -> container
                                        .content()
                                        .at("/resources/requests")
                                        .has(resource)))
                        .map(resource ->
                                workload.manifest().id() + ": is scaled by " + resource + " and requests none"));
    }
}
