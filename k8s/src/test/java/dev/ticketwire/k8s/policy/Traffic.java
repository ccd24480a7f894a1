package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Selector;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Services, and the routes from outside that lead to them. */
final class Traffic {
    private static final Set<String> PUBLIC = Set.of("api-gateway");

    static final List<Policy> POLICIES = List.of(
            new Policy("a Service selects the pods of one workload", Traffic::selectors),
            new Policy("a Service's ports are ports of its pods", Traffic::ports),
            new Policy("only the gateway is published", Traffic::published),
            new Policy("a route leads to a port of a Service", Traffic::routes));

    private Traffic() {}

    static Stream<Workload> behind(Manifest service, Manifests manifests) {
        Selector selector = Selector.plain(service.at("/spec/selector"));
        return manifests.workloads().filter(workload -> !selector.isEmpty() && selector.selects(workload.podLabels()));
    }

    private static Stream<String> selectors(Manifests manifests) {
        return services(manifests).flatMap(service -> {
            long found = behind(service, manifests).count();
            return unless(found == 1, service.id() + ": selects the pods of " + found + " workloads");
        });
    }

    /** Those without a selector stand for servers elsewhere. */
    private static Stream<Manifest> services(Manifests manifests) {
        return manifests
                .ofKind("Service")
                .filter(service -> !service.text("/spec/type").equals("ExternalName"));
    }

    private static Stream<String> ports(Manifests manifests) {
        return services(manifests)
                .flatMap(service -> behind(service, manifests)
                        .flatMap(workload -> Workload.each(service.at("/spec/ports"))
                                .filter(port ->
                                        workload.containers().noneMatch(container -> container.listensOn(target(port))))
                                .map(port -> service.id() + ": no container listens on " + target(port))));
    }

    static JsonNode target(JsonNode port) {
        return port.has("targetPort") ? port.path("targetPort") : port.path("port");
    }

    private static Stream<String> published(Manifests manifests) {
        Stream<String> services = manifests
                .ofKind("Service")
                .filter(service -> Set.of("NodePort", "LoadBalancer").contains(service.text("/spec/type"))
                        || !service.at("/spec/externalIPs").isMissingNode())
                .filter(service -> !PUBLIC.contains(service.name()))
                .map(service -> service.id() + ": is published");
        Stream<String> routes = backends(manifests)
                .filter(backend -> !PUBLIC.contains(backend.service()))
                .map(backend -> backend.route() + ": publishes " + backend.service());
        return Stream.concat(services, routes);
    }

    private static Stream<String> routes(Manifests manifests) {
        return backends(manifests)
                .filter(backend -> port(backend, manifests).isEmpty())
                .map(backend -> "%s: there is no %s:%s".formatted(backend.route(), backend.service(), backend.port()));
    }

    private static Optional<JsonNode> port(Backend backend, Manifests manifests) {
        return manifests.find("Service", backend.service()).stream()
                .flatMap(service -> Workload.each(service.at("/spec/ports")))
                .filter(port -> port.path("name").asText().equals(backend.port())
                        || port.path("port").asText().equals(backend.port()))
                .findFirst();
    }

    /**
     * Where a route leads.
     *
     * @param port a name or a number
     */
    private record Backend(String route, String service, String port) {}

    private static Stream<Backend> backends(Manifests manifests) {
        Stream<Backend> ingresses = manifests
                .ofKind("Ingress")
                .flatMap(route -> route.content().findValues("service").stream()
                        .map(service -> new Backend(
                                route.id(),
                                service.path("name").asText(),
                                service.at("/port/name")
                                        .asText(service.at("/port/number").asText()))));
        Stream<Backend> routes = manifests
                .ofKind("HTTPRoute", "GRPCRoute", "TCPRoute")
                .flatMap(route -> route.content().findValues("backendRefs").stream()
                        .flatMap(Workload::each)
                        .map(reference -> new Backend(
                                route.id(),
                                reference.path("name").asText(),
                                reference.path("port").asText())));
        return Stream.concat(ingresses, routes);
    }
}
