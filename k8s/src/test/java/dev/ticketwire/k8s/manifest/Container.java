package dev.ticketwire.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** One container of a pod. */
public record Container(JsonNode content) {
    private static final String OURS = "ticketwire/";

    public String name() {
        return content.path("name").asText("");
    }

    public String image() {
        return content.path("image").asText("");
    }

    /** @return whether it runs an image of this repository, from whatever registry */
    public boolean isOurs() {
        return image().startsWith(OURS) || image().contains("/" + OURS);
    }

    /** @return the module whose image it runs: {@code api-gateway} for {@code ticketwire/api-gateway:0.1.0} */
    public String module() {
        String last = image().substring(image().lastIndexOf('/') + 1);
        return last.split("[:@]", 2)[0];
    }

    public Stream<JsonNode> environment() {
        return Workload.each(content.path("env"));
    }

    /** @return the literal value of a variable */
    public Optional<String> variable(String name) {
        return environment()
                .filter(entry -> entry.path("name").asText().equals(name) && entry.has("value"))
                .map(entry -> entry.path("value").asText())
                .findFirst();
    }

    public Stream<JsonNode> ports() {
        return Workload.each(content.path("ports"));
    }

    /** @return whether {@code port}, a name or a number, is one of its ports */
    public boolean listensOn(JsonNode port) {
        return port(port).isPresent();
    }

    /** @return the number of the port that is named or numbered so */
    public Optional<Integer> port(JsonNode port) {
        return ports().filter(own -> own.path("name").asText().equals(port.asText())
                        || own.path("containerPort").asText().equals(port.asText()))
                .map(own -> own.path("containerPort").asInt())
                .findFirst();
    }
}
