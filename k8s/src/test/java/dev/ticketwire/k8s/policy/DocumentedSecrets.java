package dev.ticketwire.k8s.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The Secrets that an operator creates, or that Strimzi does, as docs/kubernetes.md lists them. */
final class DocumentedSecrets {
    private static final List<String> SERVICES = List.of(
            "api-gateway",
            "ticket-command-service",
            "ticket-query-service",
            "subticket-service",
            "stats-service",
            "event-service");
    private static final List<String> KAFKA_USERS =
            List.of("api-gateway", "ticket-command-service", "event-service", "kafka-lag");

    /** Keys by name. */
    static final Map<String, Set<String>> ALL = all();

    private DocumentedSecrets() {}

    private static Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>(Map.of(
                "ticketwire-gateway",
                Set.of("receipt-secret", "identity-private-key", "operator-token"),
                "ticketwire-identity",
                Set.of("public-keys"),
                "ticketwire-database",
                Set.of("url", "username", "password"),
                "ticketwire-cluster-ca-cert",
                Set.of("ca.crt"),
                "api-gateway-tls",
                Set.of("tls.crt", "tls.key")));
        SERVICES.forEach(service -> all.put("ticketwire-database-" + service, Set.of("username", "password")));
        KAFKA_USERS.forEach(user -> all.put(user, Set.of("sasl.jaas.config", "password")));
        return all;
    }

    /** @param key empty if the whole Secret is taken */
    static boolean have(String name, Optional<String> key) {
        return ALL.containsKey(name)
                && key.map(each -> ALL.getOrDefault(name, Set.of()).contains(each))
                        .orElse(true);
    }
}
