package dev.ticketwire.k8s.manifest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects that are applied together.
 *
 * @param origin where they come from, such as {@code overlays/production}
 */
public record Manifests(String origin, List<Manifest> all) {

    public Stream<Manifest> ofKind(String... kinds) {
        Set<String> wanted = Set.of(kinds);
        return all.stream().filter(manifest -> wanted.contains(manifest.kind()));
    }

    public Optional<Manifest> find(String kind, String name) {
        return ofKind(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    /** @return whatever runs pods, of any kind */
    public Stream<Workload> workloads() {
        return all.stream().flatMap(manifest -> Workload.of(manifest).stream());
    }

    public Set<String> names(String kind) {
        return ofKind(kind).map(Manifest::name).collect(Collectors.toSet());
    }

    /** @return a deep copy, which may be changed */
    public Manifests copy() {
        return new Manifests(origin, all.stream().map(Manifest::copy).collect(Collectors.toList()));
    }

    @Override
    public String toString() {
        return origin;
    }
}
