package dev.ticketwire.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What pods take from Secrets and ConfigMaps. */
final class References {
    static final List<Policy> POLICIES = List.of(
            new Policy("a Secret that is named is documented, with its key", References::secrets),
            new Policy("a ConfigMap that a pod names exists, with its key", References::configMaps),
            new Policy("a volume that a container mounts exists", References::mounts));

    private References() {}

    /** A name and a key; without a key, all of them are taken. */
    private record Reference(String from, String name, Optional<String> key) {
        @Override
        public String toString() {
            return from + ": " + name + key.map(each -> "/" + each).orElse("");
        }
    }

    private static Stream<Reference> all(Manifests manifests, String kind) {
        boolean isSecret = kind.equals("Secret");
        String prefix = isSecret ? "secret" : "configMap";
        return manifests.workloads().flatMap(workload -> {
            String id = workload.manifest().id();
            Stream<Reference> single = workload.podSpec().findValues(prefix + "KeyRef").stream()
                    .map(node -> new Reference(
                            id,
                            node.path("name").asText(),
                            Optional.of(node.path("key").asText())));
            Stream<Reference> whole = workload.podSpec().findValues(prefix + "Ref").stream()
                    .map(node -> new Reference(id, node.path("name").asText(), Optional.empty()));
            Stream<Reference> files = workload.volumes()
                    .flatMap(
                            volume -> Stream.concat(Stream.of(volume.path(prefix)), volume.findValues(prefix).stream()))
                    .filter(JsonNode::isObject)
                    .distinct()
                    .flatMap(node -> files(id, node, isSecret && node.has("secretName") ? "secretName" : "name"));
            return Stream.of(single, whole, files).flatMap(each -> each);
        });
    }

    /** KEDA's TriggerAuthentication, the certificates of Ingress and Gateway. */
    private static Stream<Reference> outside(Manifests manifests) {
        Stream<Reference> triggers = manifests
                .ofKind("TriggerAuthentication")
                .flatMap(each -> Workload.each(each.at("/spec/secretTargetRef"))
                        .map(node -> new Reference(
                                each.id(),
                                node.path("name").asText(),
                                Optional.of(node.path("key").asText()))));
        Stream<Reference> certificates = Stream.concat(
                manifests
                        .ofKind("Ingress")
                        .flatMap(each -> Workload.each(each.at("/spec/tls"))
                                .map(tls -> new Reference(
                                        each.id(), tls.path("secretName").asText(), Optional.empty()))),
                manifests
                        .ofKind("Gateway")
                        .flatMap(each -> each.content().findValues("certificateRefs").stream()
                                .flatMap(Workload::each)
                                .map(node -> new Reference(
                                        each.id(), node.path("name").asText(), Optional.empty()))));
        return Stream.concat(triggers, certificates);
    }

    private static Stream<Reference> files(String id, JsonNode node, String member) {
        String name = node.path(member).asText();
        return node.has("items")
                ? Workload.each(node.path("items"))
                        .map(item -> new Reference(
                                id, name, Optional.of(item.path("key").asText())))
                : Stream.of(new Reference(id, name, Optional.empty()));
    }

    private static Stream<String> secrets(Manifests manifests) {
        return Stream.concat(all(manifests, "Secret"), outside(manifests))
                .filter(reference -> !DocumentedSecrets.have(reference.name(), reference.key())
                        && !isRendered(manifests, "Secret", reference, Set.of("data", "stringData")))
                .map(reference -> reference + " is not documented");
    }

    private static Stream<String> configMaps(Manifests manifests) {
        return all(manifests, "ConfigMap")
                .filter(reference -> !isRendered(manifests, "ConfigMap", reference, Set.of("data", "binaryData")))
                .map(reference -> reference + " does not exist");
    }

    private static boolean isRendered(Manifests manifests, String kind, Reference reference, Set<String> members) {
        Optional<Manifest> found = manifests.find(kind, reference.name());
        return found.isPresent()
                && reference
                        .key()
                        .map(key -> members.stream()
                                .anyMatch(member -> found.get().at("/" + member).has(key)))
                        .orElse(true);
    }

    private static Stream<String> mounts(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> workload.allContainers()
                        .flatMap(container -> Workload.each(container.content().path("volumeMounts")))
                        .map(mount -> mount.path("name").asText())
                        .filter(name -> workload.volumes()
                                        .noneMatch(volume ->
                                                volume.path("name").asText().equals(name))
                                && Workload.each(workload.manifest().at("/spec/volumeClaimTemplates"))
                                        .noneMatch(claim -> claim.at("/metadata/name")
                                                .asText()
                                                .equals(name)))
                        .map(name -> workload.manifest().id() + ": there is no volume " + name));
    }
}
