package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import dev.ticketwire.k8s.manifest.Container;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Selector;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.stream.Stream;

/** PodMonitors: where there is one, it finds every service of ours, by a port that the service has. */
final class Monitoring {
    static final List<Policy> POLICIES = List.of(
            new Policy("a PodMonitor finds each of our services", Monitoring::found),
            new Policy("a PodMonitor asks a port of our services", Monitoring::ports));

    private Monitoring() {}

    private static Stream<Workload> services(Manifests manifests) {
        return manifests
                .workloads()
                .filter(Workload::serves)
                .filter(workload -> workload.containers().anyMatch(Container::isOurs));
    }

    private static Stream<Workload> selected(Manifest monitor, Manifests manifests) {
        Selector selector = new Selector(monitor.at("/spec/selector"));
        return services(manifests).filter(workload -> selector.selects(workload.podLabels()));
    }

    private static Stream<String> found(Manifests manifests) {
        if (monitors(manifests).findAny().isEmpty()) {
            return Stream.empty();
        }
        return services(manifests)
                .filter(workload -> monitors(manifests)
                        .noneMatch(monitor -> selected(monitor, manifests).anyMatch(workload::equals)))
                .map(workload -> workload.manifest().id() + ": no PodMonitor finds its pods");
    }

    /** That of Strimzi's pods selects none of ours. */
    private static Stream<Manifest> monitors(Manifests manifests) {
        return manifests
                .ofKind("PodMonitor")
                .filter(monitor -> monitor.at("/spec/selector/matchLabels/strimzi.io~1kind")
                        .isMissingNode());
    }

    private static Stream<String> ports(Manifests manifests) {
        return monitors(manifests)
                .flatMap(monitor -> selected(monitor, manifests)
                        .flatMap(workload -> Workload.each(monitor.at("/spec/podMetricsEndpoints"))
                                .flatMap(endpoint -> unless(
                                        workload.containers()
                                                .anyMatch(container -> container.listensOn(endpoint.path("port"))),
                                        monitor.id() + ": no port " + endpoint.path("port") + " in "
                                                + workload.manifest().id()))));
    }
}
