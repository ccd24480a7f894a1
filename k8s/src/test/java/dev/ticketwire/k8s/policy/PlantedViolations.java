package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.PlantedViolation.add;
import static dev.ticketwire.k8s.policy.PlantedViolation.container;
import static dev.ticketwire.k8s.policy.PlantedViolation.copy;
import static dev.ticketwire.k8s.policy.PlantedViolation.edit;
import static dev.ticketwire.k8s.policy.PlantedViolation.pod;
import static dev.ticketwire.k8s.policy.PlantedViolation.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** At least one violation for each rule. */
final class PlantedViolations {
    private static final String GATEWAY = "Deployment/api-gateway";
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    private PlantedViolations() {}

    static Stream<PlantedViolation> all() {
        return Stream.of(security(), availability(), references(), identity(), PlantedWiring.all())
                .flatMap(List::stream);
    }

    private static List<PlantedViolation> security() {
        String privileges = "containers run without privileges";
        String root = "containers do not run as root";
        String token = "pods have no token of the API server";
        String volumes = "volumes are of harmless kinds and limited";
        return List.of(
                container(privileges, "may escalate", c -> context(c).remove("allowPrivilegeEscalation")),
                container(privileges, "privileged", c -> context(c).put("privileged", true)),
                container(privileges, "keeps capabilities", c -> context(c).remove("capabilities")),
                container(
                        privileges,
                        "adds one",
                        c -> context(c)
                                .withObject("/capabilities")
                                .withArray("/add")
                                .add("NET_ADMIN")),
                container(root, "user 0", c -> context(c).put("runAsUser", 0)),
                pod(root, "may be root", p -> context(p).remove("runAsNonRoot")),
                pod(
                        "containers have the runtime's seccomp profile",
                        "none",
                        p -> context(p).remove("seccompProfile")),
                container(
                        "containers have a read-only root file system",
                        "writable",
                        c -> context(c).put("readOnlyRootFilesystem", false)),
                pod("pods share nothing with their node", "its network", p -> p.put("hostNetwork", true)),
                pod(token, "mounted by default", p -> p.remove("automountServiceAccountToken")),
                add(
                        token,
                        "in a volume",
                        GATEWAY,
                        POD + "/volumes",
                        "{name: token, projected: {sources: [{serviceAccountToken: {path: token}}]}}"),
                pod("pods get no variables from Services", "by default", p -> p.remove("enableServiceLinks")),
                add(volumes, "of the node", GATEWAY, POD + "/volumes", "{name: node, hostPath: {path: /}}"),
                add(volumes, "without a limit", GATEWAY, POD + "/volumes", "{name: more, emptyDir: {}}"),
                pod(
                        "each workload has a service account of its own",
                        "of another",
                        p -> p.put("serviceAccountName", "stats-service")),
                edit(
                        "the namespace enforces Pod Security restricted",
                        "baseline",
                        "Namespace/ticketwire",
                        "/metadata/labels",
                        labels -> labels.put("pod-security.kubernetes.io/enforce", "baseline")));
    }

    private static ObjectNode context(ObjectNode node) {
        return node.withObject("/securityContext");
    }

    private static List<PlantedViolation> availability() {
        String path = "probes of our services ask the right path of the management port";
        String budget = "a disruption budget selects pods and lets one go";
        return List.of(
                container(
                        "containers request and limit resources",
                        "no limit",
                        c -> c.withObject("/resources").remove("limits")),
                container("serving containers have probes", "no liveness", c -> c.remove("livenessProbe")),
                container(
                        path,
                        "liveness by readiness",
                        c -> c.withObject("/livenessProbe/httpGet").put("path", "/q/health/ready")),
                container(
                        path,
                        "on the public port",
                        c -> c.withObject("/readinessProbe/httpGet").put("port", "http")),
                pod("a pod has the time that its drain takes", "20 s", p -> p.put("terminationGracePeriodSeconds", 20)),
                edit(
                        "a rollout takes no pod away before the next is ready",
                        "one away",
                        GATEWAY,
                        "/spec/strategy/rollingUpdate",
                        update -> update.put("maxUnavailable", 1)),
                without("two replicas or more have a disruption budget", "PodDisruptionBudget/api-gateway"),
                edit(
                        budget,
                        "none goes",
                        "PodDisruptionBudget/api-gateway",
                        "/spec",
                        spec -> spec.put("maxUnavailable", 0)),
                edit(
                        budget,
                        "of nothing",
                        "PodDisruptionBudget/api-gateway",
                        "/spec/selector/matchLabels",
                        labels -> labels.put("app.kubernetes.io/name", "gateway")),
                pod("two replicas or more are spread", "anywhere", p -> p.remove("topologySpreadConstraints")));
    }

    private static List<PlantedViolation> references() {
        String plain = "no secret stands in a variable or a ConfigMap";
        String secret = "a Secret that is named is documented, with its key";
        String env = CONTAINER + "/env";
        return List.of(
                edit(
                        secret,
                        "another key",
                        GATEWAY,
                        env + "/0/valueFrom/secretKeyRef",
                        reference -> reference.put("key", "name")),
                edit(
                        secret,
                        "another name",
                        GATEWAY,
                        env + "/1/valueFrom/secretKeyRef",
                        reference -> reference.put("name", "ticketwire-database-gateway")),
                edit(
                        "a ConfigMap that a pod names exists, with its key",
                        "misspelt",
                        GATEWAY,
                        CONTAINER + "/envFrom/0/configMapRef",
                        reference -> reference.put("name", "settings")),
                add(
                        "a volume that a container mounts exists",
                        "none",
                        GATEWAY,
                        CONTAINER + "/volumeMounts",
                        "{name: x}"),
                add(plain, "a password", GATEWAY, env, "{name: TICKETWIRE_DB_PASSWORD, value: s3cret}"),
                add(plain, "in a URL", GATEWAY, env, "{name: TICKETWIRE_DB_URL, value: 'jdbc:x://me:secret@host/db'}"),
                copy("no Secret is rendered", "one", "Service/stats-service", copy -> copy.put("kind", "Secret")),
                add("a variable is a setting that exists", "misspelt", GATEWAY, env, "{name: TICKETWIRE_DB_USR}"),
                add(
                        "a variable is a setting that exists",
                        "of another service",
                        "Deployment/stats-service",
                        env,
                        "{name: TICKETWIRE_OPERATOR_TOKEN}"));
    }

    private static List<PlantedViolation> identity() {
        String podLabels = "/spec/template/metadata/labels";
        return List.of(
                container("images have a version", "latest", c -> c.put("image", "ticketwire/api-gateway:latest")),
                container("images have a version", "none", c -> c.put("image", "ticketwire/api-gateway")),
                container("images name no registry", "one", c -> c.put("image", "registry.example/api-gateway:0.1.0")),
                container(
                        "our images have the version of the labels",
                        "older",
                        c -> c.put("image", "ticketwire/api-gateway:0.0.9")),
                edit(
                        "pods are labelled",
                        "no component",
                        GATEWAY,
                        podLabels,
                        each -> each.remove("app.kubernetes.io/component")),
                edit(
                        "pods are named as their workload",
                        "otherwise",
                        GATEWAY,
                        podLabels,
                        each -> each.put("app.kubernetes.io/name", "gateway")),
                edit(
                        "every object belongs to ticketwire",
                        "not labelled",
                        GATEWAY,
                        "/metadata",
                        each -> each.remove("labels")),
                edit(
                        "every object is in one namespace",
                        "another",
                        GATEWAY,
                        "/metadata",
                        each -> each.put("namespace", "default")),
                edit(
                        "selectors stay as they are from version to version",
                        "with the version",
                        GATEWAY,
                        "/spec/selector/matchLabels",
                        each -> each.put("app.kubernetes.io/version", "0.1.0")));
    }
}
