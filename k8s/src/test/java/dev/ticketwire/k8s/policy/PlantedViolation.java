package dev.ticketwire.k8s.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import java.util.List;
import java.util.function.Consumer;

/**
 * A change that breaks a rule.
 *
 * @param policy name of the rule
 * @param what the change as a clause
 */
record PlantedViolation(String policy, String what, Consumer<Manifests> change) {
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    /** Changes the object at {@code pointer} of {@code id}, such as {@code Deployment/api-gateway}. */
    static PlantedViolation edit(String policy, String what, String id, String pointer, Consumer<ObjectNode> change) {
        return new PlantedViolation(
                policy,
                what,
                manifests -> change.accept((ObjectNode) object(manifests, id).at(pointer)));
    }

    /** As {@link #edit}, of the container of the gateway. */
    static PlantedViolation container(String policy, String what, Consumer<ObjectNode> change) {
        return edit(policy, what, "Deployment/api-gateway", CONTAINER, change);
    }

    /** As {@link #edit}, of the gateway's pod. */
    static PlantedViolation pod(String policy, String what, Consumer<ObjectNode> change) {
        return edit(policy, what, "Deployment/api-gateway", "/spec/template/spec", change);
    }

    static PlantedViolation without(String policy, String id) {
        return new PlantedViolation(
                policy, id + " is missing", manifests -> manifests.all().remove(object(manifests, id)));
    }

    /** Adds {@code entry} to the array at {@code pointer}. */
    static PlantedViolation add(String policy, String what, String id, String pointer, String entry) {
        return new PlantedViolation(
                policy,
                what,
                manifests -> ((ArrayNode) object(manifests, id).at(pointer))
                        .add(dev.ticketwire.k8s.manifest.Yaml.read(entry)));
    }

    /** Adds a copy of {@code id} under another name, changed. */
    static PlantedViolation copy(String policy, String what, String id, Consumer<ObjectNode> change) {
        return new PlantedViolation(policy, what, manifests -> {
            ObjectNode copy = object(manifests, id).content().deepCopy();
            copy.withObject("/metadata").put("name", "copy");
            change.accept(copy);
            manifests.all().add(new Manifest(copy));
        });
    }

    private static Manifest object(Manifests manifests, String id) {
        return manifests.all().stream()
                .filter(manifest -> manifest.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + id));
    }

    List<String> found(Manifests manifests) {
        Manifests changed = manifests.copy();
        change.accept(changed);
        return Policies.ALL.stream()
                .filter(each -> each.name().equals(policy))
                .flatMap(each -> each.violations(changed).stream())
                .toList();
    }

    @Override
    public String toString() {
        return policy + " – " + what;
    }
}
