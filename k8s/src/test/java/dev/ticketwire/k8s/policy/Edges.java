package dev.ticketwire.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Selector;
import dev.ticketwire.k8s.manifest.Workload;
import dev.ticketwire.k8s.policy.Networks.Direction;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The URLs of other services: the Service exists, and the network policies of both ends allow the way to it. */
final class Edges {
    static final List<Policy> POLICIES = List.of(
            new Policy("a URL of another service leads to a Service's port", Edges::leading),
            new Policy("the way to another service is allowed at both ends", Edges::allowed));

    private Edges() {}

    /** A caller and the URL in one of its variables. */
    private record Edge(Workload caller, String variable, URI url) {
        Optional<Manifest> service(Manifests manifests) {
            return manifests.find("Service", url.getHost());
        }

        Optional<JsonNode> port(Manifests manifests) {
            return service(manifests).stream()
                    .flatMap(service -> Workload.each(service.at("/spec/ports")))
                    .filter(port -> port.path("port").asInt() == url.getPort())
                    .findFirst();
        }

        @Override
        public String toString() {
            return "%s: %s=%s".formatted(caller.manifest().id(), variable, url);
        }
    }

    private static Stream<Edge> edges(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> workload.allContainers()
                        .flatMap(container -> container.environment())
                        .flatMap(entry -> urls(entry.path("value").asText())
                                .map(url ->
                                        new Edge(workload, entry.path("name").asText(), url))));
    }

    /** The only URL, or those in a list {@code NAME=URL,…}. */
    private static Stream<URI> urls(String value) {
        return Stream.of(value.split(",")).flatMap(part -> {
            String url = part.replaceFirst("^[\\w-]+=", "");
            return url.startsWith("http://") ? Stream.of(URI.create(url)) : Stream.empty();
        });
    }

    private static Stream<String> leading(Manifests manifests) {
        return edges(manifests)
                .filter(edge -> edge.port(manifests).isEmpty())
                .map(edge -> edge + " leads to no port of a Service");
    }

    private static Stream<String> allowed(Manifests manifests) {
        return edges(manifests)
                .flatMap(edge -> edge.service(manifests).stream()
                        .flatMap(service -> Traffic.behind(service, manifests))
                        .flatMap(target -> Stream.concat(
                                refused(manifests, edge, Direction.EGRESS, edge.caller(), target, target),
                                refused(manifests, edge, Direction.INGRESS, target, edge.caller(), target))));
    }

    /** @param listening the end whose port it is */
    private static Stream<String> refused(
            Manifests manifests, Edge edge, Direction direction, Workload own, Workload peer, Workload listening) {
        Optional<JsonNode> port = edge.port(manifests).map(Traffic::target);
        boolean isAllowed = port.isEmpty()
                || Networks.rules(manifests, own, direction)
                        .anyMatch(rule -> admits(rule.path(direction.peers), peer)
                                && opens(rule.path("ports"), port.get(), listening));
        return Policy.unless(
                isAllowed,
                edge + " is not allowed as " + direction.rules + " of "
                        + own.manifest().id());
    }

    private static boolean admits(JsonNode peers, Workload peer) {
        return Workload.each(peers)
                .anyMatch(each -> each.has("podSelector")
                        && !each.has("namespaceSelector")
                        && new Selector(each.path("podSelector")).selects(peer.podLabels()));
    }

    private static boolean opens(JsonNode ports, JsonNode target, Workload listening) {
        return listening
                .containers()
                .flatMap(container -> container.port(target).stream()
                        .flatMap(number -> Workload.each(ports)
                                .flatMap(port -> container.port(port.path("port")).stream())
                                .filter(number::equals)))
                .findAny()
                .isPresent();
    }
}
