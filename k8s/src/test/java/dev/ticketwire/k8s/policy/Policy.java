package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.manifest.Container;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule that every set of objects must keep.
 *
 * @param name the rule as a sentence
 * @param check finds what breaks it, each named with its object
 */
record Policy(String name, Function<Manifests, Stream<String>> check) {

    /** A rule of every workload, whatever its kind. */
    static Policy ofWorkloads(String name, Function<Workload, Stream<String>> check) {
        return new Policy(
                name,
                manifests -> manifests
                        .workloads()
                        .flatMap(workload -> check.apply(workload)
                                .map(text -> workload.manifest().id() + ": " + text)));
    }

    /** A rule of every container of every workload, those that initialize it included. */
    static Policy ofContainers(String name, BiFunction<Workload, Container, Stream<String>> check) {
        return ofWorkloads(
                name,
                workload -> workload.allContainers()
                        .flatMap(container -> check.apply(workload, container)
                                .map(text -> "container " + container.name() + " " + text)));
    }

    List<String> violations(Manifests manifests) {
        return check.apply(manifests).toList();
    }

    /** @return {@code text}, or nothing if {@code isKept} */
    static Stream<String> unless(boolean isKept, String text) {
        return isKept ? Stream.empty() : Stream.of(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
