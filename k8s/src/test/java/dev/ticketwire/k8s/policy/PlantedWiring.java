package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.PlantedViolation.add;
import static dev.ticketwire.k8s.policy.PlantedViolation.container;
import static dev.ticketwire.k8s.policy.PlantedViolation.copy;
import static dev.ticketwire.k8s.policy.PlantedViolation.edit;
import static dev.ticketwire.k8s.policy.PlantedViolation.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Violations between objects: scaling, traffic, network policies, rights at Kafka. */
final class PlantedWiring {
    private static final String GATEWAY = "Deployment/api-gateway";
    private static final String OUT = "NetworkPolicy/to-receivers";
    private static final String OUT_PEERS = "/spec/egress/0/to";

    private PlantedWiring() {}

    static List<PlantedViolation> all() {
        return Stream.of(scaling(), traffic(), networks(), kafka())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PlantedViolation> scaling() {
        String autoscaler = "HorizontalPodAutoscaler/api-gateway";
        return List.of(
                edit(
                        "an autoscaler's target exists",
                        "misspelt",
                        autoscaler,
                        "/spec/scaleTargetRef",
                        target -> target.put("name", "gateway")),
                copy("no workload has two autoscalers", "a second", autoscaler, c -> {}),
                edit(
                        "a scaled workload does not set its replicas itself",
                        "three",
                        GATEWAY,
                        "/spec",
                        spec -> spec.put("replicas", 3)),
                edit(
                        "an autoscaler's least is not above its most",
                        "99",
                        autoscaler,
                        "/spec",
                        spec -> spec.put("minReplicas", 99)),
                container(
                        "an autoscaler's resources are requested",
                        "no CPU",
                        c -> c.withObject("/resources/requests").remove("cpu")),
                edit(
                        "scaling by lag names a topic and its consumer group",
                        "another group",
                        "ScaledObject/ticket-command-service",
                        "/spec/triggers/0/metadata",
                        lag -> lag.put("consumerGroup", "ticket-command-service")));
    }

    private static List<PlantedViolation> traffic() {
        String published = "only the gateway is published";
        String service = "Service/stats-service";
        return List.of(
                edit(
                        "a Service selects the pods of one workload",
                        "none",
                        service,
                        "/spec/selector",
                        selector -> selector.put("app.kubernetes.io/name", "stats")),
                edit(
                        "a Service's ports are ports of its pods",
                        "misspelt",
                        service,
                        "/spec/ports/0",
                        port -> port.put("targetPort", "web")),
                edit(published, "a service", service, "/spec", spec -> spec.put("type", "LoadBalancer")),
                edit(
                        published,
                        "by a route",
                        "HTTPRoute/api-gateway",
                        "/spec/rules/0/backendRefs/0",
                        to -> to.put("name", "stats-service")),
                edit(
                        "a route leads to a port of a Service",
                        "to the management port",
                        "Ingress/api-gateway",
                        "/spec/rules/0/http/paths/0/backend/service/port",
                        port -> port.put("name", "management")),
                edit(
                        "a PodMonitor finds each of our services",
                        "only one",
                        "PodMonitor/ticketwire",
                        "/spec/selector/matchLabels",
                        labels -> labels.put("app.kubernetes.io/name", "api-gateway")),
                edit(
                        "a PodMonitor asks a port of our services",
                        "metrics",
                        "PodMonitor/ticketwire",
                        "/spec/podMetricsEndpoints/0",
                        endpoint -> endpoint.put("port", "metrics")));
    }

    private static List<PlantedViolation> networks() {
        String named = "a network policy names its peers and ports";
        String policy = "NetworkPolicy/from-api-gateway";
        String internet = "only webhooks and mails go to the internet";
        String leavesOut = "the way to the internet leaves out what is not public";
        return List.of(
                without("all traffic is denied unless a policy allows it", "NetworkPolicy/default-deny"),
                copy(
                        "a policy allows each serving pod's traffic, in both directions",
                        "a new service without one",
                        "Deployment/stats-service",
                        copy -> ((ObjectNode) copy.at("/spec/template/metadata"))
                                .putObject("labels")
                                .put("app.kubernetes.io/name", "copy")),
                edit(named, "any port", policy, "/spec/ingress/0", rule -> rule.remove("ports")),
                edit(named, "anybody", policy, "/spec/ingress/0", rule -> rule.remove("from")),
                add(named, "anywhere", OUT, OUT_PEERS, "{ipBlock: {cidr: 0.0.0.0/0}}"),
                edit(
                        internet,
                        "readers too",
                        OUT,
                        "/spec/podSelector",
                        selector -> selector.putObject("matchLabels").put("app.kubernetes.io/part-of", "ticketwire")),
                add(internet, "the gateway by a policy of its own", "NetworkPolicy/api-gateway", "/spec/egress", """
                        {to: [{ipBlock: {cidr: 1.1.1.0/24}}], ports: [{protocol: TCP, port: 443}]}"""),
                edit(leavesOut, "nothing excepted", OUT, OUT_PEERS + "/0/ipBlock", block -> block.remove("except")),
                add(
                        leavesOut,
                        "everything of IPv6",
                        OUT,
                        OUT_PEERS,
                        "{ipBlock: {cidr: '::/0', except: ['fe80::/10']}}"),
                edit(
                        "a network policy selects pods",
                        "of nothing",
                        policy,
                        "/spec/podSelector",
                        selector ->
                                selector.removeAll().putObject("matchLabels").put("app", "stats")),
                edit(
                        "a URL of another service leads to a Service's port",
                        "another port",
                        "Service/stats-service",
                        "/spec/ports/0",
                        port -> port.put("port", 80)),
                without("the way to another service is allowed at both ends", policy),
                edit(
                        "a URL of another service leads to a Service's port",
                        "another port of the overview",
                        "Service/stats-service-management",
                        "/spec/ports/0",
                        port -> port.put("port", 9080)),
                edit(
                        "the way to another service is allowed at both ends",
                        "not to the overview",
                        "NetworkPolicy/from-monitoring",
                        "/spec",
                        spec -> spec.remove("ingress")),
                edit(
                        "the way to another service is allowed at both ends",
                        "not by the caller",
                        "NetworkPolicy/api-gateway",
                        "/spec",
                        spec -> spec.remove("egress")));
    }

    private static List<PlantedViolation> kafka() {
        String user = "KafkaUser/ticket-command-service";
        String acls = "/spec/authorization/acls";
        String topics = "the topics are those of setup";
        String narrow = "no KafkaUser has rights on everything";
        return List.of(
                without(topics, "KafkaTopic/osticket.audit"),
                edit(topics, "one partition", "KafkaTopic/osticket.audit", "/spec", spec -> spec.put("partitions", 1)),
                edit(topics, "kept for good", "KafkaTopic/osticket.audit", "/spec", spec -> spec.remove("config")),
                copy(topics, "one more", "KafkaTopic/osticket.audit", copy -> {}),
                add(
                        "a KafkaUser's rights are for topics that exist",
                        "misspelt",
                        user,
                        acls,
                        "{resource: {type: topic, name: osticket.command}, operations: [Read]}"),
                add(
                        "a KafkaUser's rights are for its service's consumer groups",
                        "of the gateway",
                        user,
                        acls,
                        "{resource: {type: group, name: gateway.outcomes}, operations: [Read]}"),
                edit(
                        "each consumer group of a service is among the rights of its KafkaUser",
                        "none",
                        user,
                        "/spec/authorization",
                        authorization -> authorization.remove("acls")),
                add(narrow, "a prefix", user, acls, "{resource: {type: topic, name: o, patternType: prefix}}"),
                add(narrow, "all operations", user, acls, "{resource: {type: topic, name: x}, operations: [All]}"));
    }
}
