package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Container;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Pod Security <em>restricted</em>, and what it does not ask for: read-only files, no token, no variables of Services. */
final class PodSecurity {
    private static final Set<String> VOLUMES =
            Set.of("configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "secret");

    static final List<Policy> POLICIES = List.of(
            Policy.ofContainers("containers run without privileges", (workload, container) -> privileges(container)),
            Policy.ofContainers("containers do not run as root", PodSecurity::root),
            Policy.ofContainers("containers have the runtime's seccomp profile", PodSecurity::seccomp),
            Policy.ofContainers(
                    "containers have a read-only root file system",
                    (workload, container) -> unless(
                            container
                                    .content()
                                    .at("/securityContext/readOnlyRootFilesystem")
                                    .asBoolean(),
                            "may write its root file system")),
            Policy.ofWorkloads("pods share nothing with their node", PodSecurity::host),
            Policy.ofWorkloads("pods have no token of the API server", PodSecurity::token),
            Policy.ofWorkloads(
                    "pods get no variables from Services",
                    workload -> unless(
                            workload.podSpec().path("enableServiceLinks").isBoolean()
                                    && !workload.podSpec()
                                            .path("enableServiceLinks")
                                            .asBoolean(),
                            "enableServiceLinks is not false: a Service kafka would set KAFKA_PORT, a setting of Kafka")),
            Policy.ofWorkloads("volumes are of harmless kinds and limited", PodSecurity::volumes),
            new Policy("each workload has a service account of its own", PodSecurity::accounts),
            new Policy("the namespace enforces Pod Security restricted", PodSecurity::namespace));

    private PodSecurity() {}

    private static Stream<String> privileges(Container container) {
        JsonNode context = container.content().path("securityContext");
        JsonNode escalation = context.path("allowPrivilegeEscalation");
        JsonNode capabilities = context.path("capabilities");
        return Stream.of(
                        unless(escalation.isBoolean() && !escalation.asBoolean(), "may escalate its privileges"),
                        unless(!context.path("privileged").asBoolean(), "is privileged"),
                        unless(
                                Workload.each(capabilities.path("drop"))
                                        .anyMatch(name -> name.asText().equals("ALL")),
                                "does not drop all capabilities"),
                        unless(capabilities.path("add").isEmpty(), "adds capabilities"),
                        unless(container.ports().noneMatch(port -> port.has("hostPort")), "opens a port of its node"))
                .flatMap(each -> each);
    }

    /** What the container says wins over what the pod says. */
    private static JsonNode context(Workload workload, Container container, String member) {
        JsonNode own = container.content().path("securityContext").path(member);
        return own.isMissingNode() ? workload.podSpec().path("securityContext").path(member) : own;
    }

    private static Stream<String> root(Workload workload, Container container) {
        return Stream.concat(
                unless(context(workload, container, "runAsNonRoot").asBoolean(), "may run as root"),
                unless(context(workload, container, "runAsUser").asInt(0) > 0, "names no user but root"));
    }

    private static Stream<String> seccomp(Workload workload, Container container) {
        String type =
                context(workload, container, "seccompProfile").path("type").asText();
        return unless(type.equals("RuntimeDefault"), "has the seccomp profile '" + type + "'");
    }

    private static Stream<String> host(Workload workload) {
        return Stream.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")
                .filter(member -> workload.podSpec().path(member).asBoolean())
                .map(member -> member + " is set");
    }

    private static Stream<String> token(Workload workload) {
        JsonNode mount = workload.podSpec().path("automountServiceAccountToken");
        return Stream.concat(
                unless(mount.isBoolean() && !mount.asBoolean(), "automountServiceAccountToken is not false"),
                workload.volumes()
                        .filter(volume ->
                                !volume.findPath("serviceAccountToken").isMissingNode())
                        .map(volume -> "volume " + volume.path("name").asText() + " has a token"));
    }

    private static Stream<String> volumes(Workload workload) {
        return workload.volumes().flatMap(volume -> {
            String name = "volume " + volume.path("name").asText();
            return Stream.concat(
                    unless(VOLUMES.stream().anyMatch(volume::has), name + " is of another kind: " + volume),
                    unless(
                            !volume.has("emptyDir") || volume.at("/emptyDir").has("sizeLimit"),
                            name + " has no sizeLimit"));
        });
    }

    private static Stream<String> accounts(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> {
            String account = workload.podSpec().path("serviceAccountName").asText("");
            boolean isShared = manifests
                            .workloads()
                            .filter(other -> other.podSpec()
                                    .path("serviceAccountName")
                                    .asText()
                                    .equals(account))
                            .count()
                    > 1;
            String id = workload.manifest().id() + ": service account '" + account + "' ";
            return Stream.concat(
                    unless(manifests.find("ServiceAccount", account).isPresent(), id + "does not exist"),
                    unless(!isShared, id + "is that of another workload, too"));
        });
    }

    private static Stream<String> namespace(Manifests manifests) {
        return manifests
                .ofKind("Namespace")
                .filter(manifest -> !"restricted".equals(manifest.labels().get("pod-security.kubernetes.io/enforce")))
                .map(manifest -> manifest.id() + ": does not enforce restricted");
    }
}
