package dev.ticketwire.k8s.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.ExternalTool;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Strict validation of custom resources (Strimzi, KEDA, Prometheus operator, Gateway API) by {@code k8s/validate}. */
final class CustomSchemas {
    private static final Path SOURCES = Repository.path("k8s/validate");
    private static final Path FOLDER = Repository.path("k8s/target/validate");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "validate.mjs");

    private CustomSchemas() {}

    /** @return the problems of each object, by its key; objects without a problem are left out */
    static Map<String, List<String>> problems(Map<String, Manifest> manifests) {
        String node = ExternalTool.NODE.require().toString();
        String npm = ExternalTool.NPM.require().toString();
        try {
            install(npm);
            Path documents = FOLDER.resolve("documents.json");
            Files.writeString(documents, documents(manifests).toString());
            String found = ProgramRun.of(FOLDER, List.of(node, "validate.mjs", documents.toString()))
                    .succeeded();
            return byKey(Yaml.read(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> byKey(JsonNode found) {
        return dev.ticketwire.k8s.manifest.Workload.each(found)
                .collect(Collectors.groupingBy(
                        problem -> problem.path("id").asText(),
                        Collectors.mapping(problem -> problem.path("problem").asText(), Collectors.toList())));
    }

    private static ArrayNode documents(Map<String, Manifest> manifests) {
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        manifests.forEach(
                (key, manifest) -> documents.addObject().put("id", key).set("document", manifest.content()));
        return documents;
    }

    /** Installs the exact versions of the lock file, unless they are installed already. */
    private static void install(String npm) throws IOException {
        Files.createDirectories(FOLDER);
        Path lock = FOLDER.resolve("package-lock.json");
        boolean isInstalled = Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isInstalled) {
            ProgramRun.of(FOLDER, List.of(npm, "ci", "--prefer-offline", "--no-audit", "--no-fund"))
                    .succeeded();
        }
    }
}
