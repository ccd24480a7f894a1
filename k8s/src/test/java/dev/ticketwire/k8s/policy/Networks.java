package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Selector;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.stream.Stream;

/** NetworkPolicies: everything is denied, and what is allowed is named. */
final class Networks {
    static final List<Policy> POLICIES = List.of(
            new Policy("all traffic is denied unless a policy allows it", Networks::denied),
            new Policy("a policy allows each serving pod's traffic, in both directions", Networks::covered),
            new Policy("a network policy names its peers and ports", Networks::named),
            new Policy("a network policy selects pods", Networks::selecting),
            new Policy("only webhooks and mails go to the internet", Internet::callers),
            new Policy("the way to the internet leaves out what is not public", Internet::privates));

    private Networks() {}

    /** One direction of a NetworkPolicy. */
    enum Direction {
        INGRESS("Ingress", "ingress", "from"),
        EGRESS("Egress", "egress", "to");

        final String type;
        final String rules;
        final String peers;

        Direction(String type, String rules, String peers) {
            this.type = type;
            this.rules = rules;
            this.peers = peers;
        }

        boolean isOf(Manifest policy) {
            return Workload.each(policy.at("/spec/policyTypes"))
                    .anyMatch(each -> each.asText().equals(type));
        }

        Stream<JsonNode> rulesOf(Manifest policy) {
            return Workload.each(policy.at("/spec/" + rules));
        }
    }

    /** Strimzi makes the pods of Kafka, and its operators call the API server, whose address no manifest knows. */
    private static boolean isOfStrimzi(Manifest policy) {
        return selector(policy).content().toString().contains("strimzi.io/");
    }

    static Stream<Manifest> own(Manifests manifests) {
        return manifests.ofKind("NetworkPolicy").filter(policy -> !isOfStrimzi(policy));
    }

    static Selector selector(Manifest policy) {
        return new Selector(policy.at("/spec/podSelector"));
    }

    private static Stream<String> denied(Manifests manifests) {
        if (manifests.workloads().findAny().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(Direction.values())
                .filter(direction -> manifests
                        .ofKind("NetworkPolicy")
                        .noneMatch(policy -> selector(policy).isEmpty()
                                && direction.isOf(policy)
                                && direction.rulesOf(policy).findAny().isEmpty()))
                .map(direction -> "no NetworkPolicy denies " + direction.rules + " of all pods");
    }

    /** @return the rules that apply to the pods of {@code workload} in one direction */
    static Stream<JsonNode> rules(Manifests manifests, Workload workload, Direction direction) {
        return manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> direction.isOf(policy) && selector(policy).selects(workload.podLabels()))
                .flatMap(direction::rulesOf);
    }

    private static Stream<String> covered(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> Stream.of(Direction.values())
                        .filter(direction -> workload.serves() || direction == Direction.EGRESS)
                        .filter(direction ->
                                rules(manifests, workload, direction).findAny().isEmpty())
                        .map(direction -> workload.manifest().id() + ": no policy allows any " + direction.rules));
    }

    private static Stream<String> named(Manifests manifests) {
        return own(manifests)
                .flatMap(policy -> Stream.of(Direction.values())
                        .flatMap(direction -> direction
                                .rulesOf(policy)
                                .filter(rule -> rule.path(direction.peers).isEmpty()
                                        || rule.path("ports").isEmpty()
                                        || hasAnyPeer(rule.path(direction.peers)))
                                .map(rule ->
                                        "%s: allows %s of anybody: %s".formatted(policy.id(), direction.rules, rule))));
    }

    private static boolean hasAnyPeer(JsonNode peers) {
        return Workload.each(peers)
                .anyMatch(peer -> peer.isEmpty()
                        || peer.has("namespaceSelector")
                                && new Selector(peer.path("namespaceSelector")).isEmpty()
                                && !peer.has("podSelector")
                        || Internet.isAnywhere(peer.path("ipBlock")));
    }

    private static Stream<String> selecting(Manifests manifests) {
        return own(manifests)
                .flatMap(policy -> unless(
                        manifests.workloads().findAny().isEmpty()
                                || manifests
                                        .workloads()
                                        .anyMatch(workload -> selector(policy).selects(workload.podLabels())),
                        policy.id() + ": selects the pods of no workload"));
    }
}
