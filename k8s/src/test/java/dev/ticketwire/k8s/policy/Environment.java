package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Variables of containers and of the ConfigMaps that become variables. */
final class Environment {
    private static final Pattern SECRET = Pattern.compile(
            ".*(PASSWORD|SECRET|TOKEN|PRIVATE_KEY|JAAS|CREDENTIAL|SALT|WEBHOOKS_KEYS).*", Pattern.CASE_INSENSITIVE);
    /** What their values look like: PEM, base64 of a key, a password in a URL. */
    private static final Pattern LIKE_SECRET =
            Pattern.compile("-----BEGIN .*|[A-Za-z0-9+/]{40,}={0,2}|.*://[^/@\\s]+:[^/@\\s]+@.*", Pattern.DOTALL);

    static final List<Policy> POLICIES = List.of(
            new Policy("no secret stands in a variable or a ConfigMap", Environment::secrets),
            new Policy("no Secret is rendered", Environment::rendered),
            new Policy("a variable is a setting that exists", Environment::unknown));

    private Environment() {}

    /** A name with its literal value, and where it stands. */
    private record Variable(String from, String name, String value) {}

    private static Stream<Variable> variables(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> workload.allContainers()
                        .flatMap(container -> container.environment())
                        .map(entry -> new Variable(
                                workload.manifest().id(),
                                entry.path("name").asText(),
                                entry.path("value").asText(""))));
    }

    private static Stream<Variable> settings(Manifests manifests) {
        Set<String> taken = taken(manifests);
        return manifests
                .ofKind("ConfigMap")
                .filter(map -> taken.contains(map.name()))
                .flatMap(map -> Manifest.map(map.at("/data")).entrySet().stream()
                        .map(entry -> new Variable(map.id(), entry.getKey(), entry.getValue())));
    }

    /** ConfigMaps whose entries become variables. */
    private static Set<String> taken(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> workload.podSpec().findValues("configMapRef").stream())
                .map(reference -> reference.path("name").asText())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Stream<String> secrets(Manifests manifests) {
        return Stream.concat(variables(manifests), settings(manifests))
                .filter(variable -> !variable.value().isEmpty())
                .filter(variable -> SECRET.matcher(variable.name()).matches()
                        || LIKE_SECRET.matcher(variable.value()).matches())
                .map(variable -> variable.from() + ": " + variable.name() + " holds a secret in plain text");
    }

    private static Stream<String> rendered(Manifests manifests) {
        return manifests.ofKind("Secret").map(secret -> secret.id() + ": is rendered with its values");
    }

    private static Stream<String> unknown(Manifests manifests) {
        Stream<String> ofContainers = manifests
                .workloads()
                .flatMap(workload -> workload.allContainers()
                        .filter(container -> container.isOurs())
                        .flatMap(container -> container
                                .environment()
                                .map(entry -> entry.path("name").asText())
                                .filter(name -> !Settings.has(container.module(), name))
                                .map(name -> workload.manifest().id() + ": there is no setting " + name)));
        Stream<String> ofMaps = settings(manifests)
                .filter(variable -> !Settings.has(variable.name()))
                .map(variable -> variable.from() + ": there is no setting " + variable.name());
        return Stream.concat(ofContainers, ofMaps);
    }
}
