package dev.ticketwire.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import dev.ticketwire.k8s.policy.Networks.Direction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ways out of the cluster, which webhooks and mails have and nothing else. */
final class Internet {
    private static final List<String> CALLERS = List.of("webhook-service", "mail-service");
    /** An address of each kind that is not public, and of clouds' metadata. */
    private static final List<String> PRIVATE = List.of(
            "0.0.0.1",
            "10.1.2.3",
            "100.64.1.2",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.254",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "239.1.1.1",
            "255.255.255.255",
            "::1",
            "::ffff:10.1.2.3",
            "64:ff9b::a01:203",
            "100::1",
            "2001::1",
            "2002:a01:203::1",
            "fd00::1",
            "fe80::1",
            "ff02::1");

    private static final List<String> PUBLIC = List.of("1.1.1.1", "9.9.9.9", "2606:4700:4700::1111");

    private Internet() {}

    /** Whether a block has no bounds at all. */
    static boolean isAnywhere(JsonNode block) {
        return block.path("cidr").asText().endsWith("/0")
                && block.path("except").isEmpty();
    }

    private static boolean admits(JsonNode block, String address) {
        return Network.parse(block.path("cidr").asText()).contains(address)
                && Workload.each(block.path("except"))
                        .noneMatch(part -> Network.parse(part.asText()).contains(address));
    }

    private static Stream<JsonNode> blocks(Manifest policy) {
        return Direction.EGRESS
                .rulesOf(policy)
                .flatMap(rule -> Workload.each(rule.path(Direction.EGRESS.peers)))
                .map(peer -> peer.path("ipBlock"))
                .filter(JsonNode::isObject);
    }

    private static Stream<Manifest> waysOut(Manifests manifests) {
        return Networks.own(manifests)
                .filter(policy ->
                        blocks(policy).anyMatch(block -> PUBLIC.stream().anyMatch(a -> admits(block, a))));
    }

    static Stream<String> callers(Manifests manifests) {
        return waysOut(manifests)
                .flatMap(policy -> Stream.concat(
                        manifests
                                .workloads()
                                .filter(workload ->
                                        !CALLERS.contains(workload.manifest().name())
                                                && Networks.selector(policy).selects(workload.podLabels()))
                                .map(workload -> policy.id() + ": lets "
                                        + workload.manifest().id() + " out"),
                        Policy.unless(
                                CALLERS.stream()
                                        .anyMatch(caller -> Networks.selector(policy)
                                                .selects(Map.of("app.kubernetes.io/name", caller))),
                                policy.id() + ": selects neither webhooks nor mails")));
    }

    static Stream<String> privates(Manifests manifests) {
        return waysOut(manifests)
                .flatMap(policy -> blocks(policy)
                        .flatMap(block -> PRIVATE.stream()
                                .filter(address -> admits(block, address))
                                .map(address -> policy.id() + ": leads to " + address)));
    }
}
