package dev.ticketwire.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One Kubernetes object as it is applied. */
public record Manifest(ObjectNode content) {

    public String kind() {
        return text("/kind");
    }

    public String apiVersion() {
        return text("/apiVersion");
    }

    public String name() {
        return text("/metadata/name");
    }

    /** @return such as {@code Deployment/api-gateway} */
    public String id() {
        return kind() + "/" + name();
    }

    /** @return what stands at {@code pointer} (RFC 6901); a missing node if there is nothing */
    public JsonNode at(String pointer) {
        return content.at(pointer);
    }

    /** @return the text at {@code pointer}, empty if there is none */
    public String text(String pointer) {
        return at(pointer).asText("");
    }

    public Map<String, String> labels() {
        return map(at("/metadata/labels"));
    }

    /** @return an object's members with their values as text; empty if {@code node} is missing */
    public static Map<String, String> map(JsonNode node) {
        Map<String, String> members = new LinkedHashMap<>();
        node.properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asText()));
        return members;
    }

    Manifest copy() {
        return new Manifest(content.deepCopy());
    }
}
