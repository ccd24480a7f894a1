package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.manifest.Manifests;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Policies {
    static final List<Policy> ALL = Stream.of(
                    PodSecurity.POLICIES,
                    Availability.POLICIES,
                    Scaling.POLICIES,
                    Traffic.POLICIES,
                    Networks.POLICIES,
                    Edges.POLICIES,
                    References.POLICIES,
                    Environment.POLICIES,
                    Identity.POLICIES,
                    Broker.POLICIES,
                    Monitoring.POLICIES)
            .flatMap(List::stream)
            .toList();

    private Policies() {}

    /** @return what breaks a rule, each with the object that does */
    public static Stream<String> violations(Manifests manifests) {
        return ALL.stream().flatMap(policy -> policy.violations(manifests).stream());
    }
}
