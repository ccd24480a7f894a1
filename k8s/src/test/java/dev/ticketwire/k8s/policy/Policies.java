package dev.ticketwire.k8s.policy;

import java.util.List;
import java.util.stream.Stream;

/** All rules. */
final class Policies {
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
}
