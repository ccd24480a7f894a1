package dev.ticketwire.k8s.compose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Workload;
import dev.ticketwire.k8s.policy.Settings;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What each service of the compose file has to keep. */
final class ComposeRules {
    private static final Set<String> BEHIND_THE_GATEWAY =
            Set.of("ticket-query-service", "subticket-service", "stats-service");

    /** Rules by name; a predicate of a service's name and content holds if the rule is kept. */
    static final Map<String, BiPredicate<String, JsonNode>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "read-only root",
                    (name, service) -> service.path("read_only").asBoolean()),
            Map.entry(
                    "no capabilities",
                    (name, service) -> texts(service.path("cap_drop")).anyMatch("ALL"::equals)
                            && service.path("cap_add").isEmpty()),
            Map.entry(
                    "no new privileges",
                    (name, service) -> texts(service.path("security_opt")).anyMatch("no-new-privileges:true"::equals)),
            Map.entry(
                    "not root",
                    (name, service) -> !service.path("user").asText("root").matches("(root|0)(:.*)?")),
            Map.entry(
                    "nothing of the host",
                    (name, service) -> !service.path("privileged").asBoolean()
                            && !service.path("network_mode").asText().equals("host")
                            && !service.path("pid").asText().equals("host")
                            && !service.path("volumes").toString().contains("docker.sock")),
            Map.entry(
                    "limited memory",
                    (name, service) -> service.path("mem_limit").asLong() > 0),
            Map.entry(
                    "limited logs",
                    (name, service) -> service.at("/logging/options").has("max-size")),
            Map.entry("a restart policy", (name, service) -> service.has("restart")),
            Map.entry(
                    "a version of its image",
                    (name, service) -> service.path("image").asText().contains(":")
                            && !service.path("image").asText().endsWith(":latest")),
            Map.entry("a health check", (name, service) -> isTask(service) || service.has("healthcheck")),
            Map.entry("only the gateway and Grafana publish", ComposeRules::publishes),
            Map.entry(
                    "read services do not reach Kafka",
                    (name, service) -> !BEHIND_THE_GATEWAY.contains(name)
                            || !service.path("networks").has("kafka")),
            Map.entry(
                    "only the webhook service reaches receivers",
                    (name, service) -> name.equals("webhook-service")
                            == service.path("networks").has("receivers")),
            Map.entry(
                    "only the mail service reaches relays",
                    (name, service) -> name.equals("mail-service")
                            == service.path("networks").has("relays")),
            Map.entry(
                    "dependencies wait",
                    (name, service) -> Workload.each(service.path("depends_on"))
                            .noneMatch(each -> each.path("condition").asText().equals("service_started"))),
            Map.entry("settings exist", ComposeRules::settings)));

    private ComposeRules() {}

    private static Stream<String> texts(JsonNode array) {
        return Workload.each(array).map(JsonNode::asText);
    }

    /** Runs once. */
    private static boolean isTask(JsonNode service) {
        return service.path("restart").asText().equals("no");
    }

    private static boolean publishes(String name, JsonNode service) {
        return service.path("ports").isEmpty()
                || name.equals("api-gateway")
                || name.equals("grafana")
                        && Workload.each(service.path("ports"))
                                .allMatch(port -> port.path("host_ip").asText().equals("127.0.0.1"));
    }

    private static boolean settings(String name, JsonNode service) {
        String image = service.path("image").asText();
        if (!image.startsWith("ticketwire/")) {
            return true;
        }
        String module = image.replaceAll("ticketwire/|:.*", "");
        return service.path("environment").properties().stream()
                .allMatch(variable -> Settings.has(module, variable.getKey()));
    }

    /** @return each service that breaks a rule, with the rule */
    static Stream<String> violations(JsonNode file) {
        return file.path("services").properties().stream()
                .flatMap(service -> ALL.entrySet().stream()
                        .filter(rule -> !rule.getValue().test(service.getKey(), service.getValue()))
                        .map(rule -> service.getKey() + ": " + rule.getKey()));
    }
}
