package dev.ticketwire.k8s.compose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Yaml;
import dev.ticketwire.k8s.tool.ExternalTool;
import dev.ticketwire.k8s.tool.ProgramRun;
import dev.ticketwire.k8s.tool.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code docker-compose.yml}, as Docker Compose reads it; no engine is needed for that. */
final class ComposeFile {
    static final Path FILE = Repository.path("docker-compose.yml");
    static final Path EXAMPLE = Repository.path(".env.example");

    private ComposeFile() {}

    /** @return the names of {@code .env.example} that have no value: the secrets */
    static List<String> secrets() {
        return Repository.read(EXAMPLE)
                .lines()
                .filter(line -> line.matches("[A-Z_]+="))
                .map(line -> line.replace("=", ""))
                .toList();
    }

    /**
     * @param profiles separated by commas
     * @param lines added to an {@code .env} in which each secret has a value
     * @return the file with all values filled in
     */
    static JsonNode read(String profiles, String... lines) {
        List<String> environment = new ArrayList<>(Repository.read(EXAMPLE)
                .lines()
                .map(line -> line.matches("[A-Z_]+=") ? line + "value" : line)
                .toList());
        environment.add("COMPOSE_PROFILES=" + profiles);
        environment.addAll(List.of(lines));
        return Yaml.read(run(environment).succeeded());
    }

    /** @param environment lines of the {@code .env} */
    static ProgramRun run(List<String> environment) {
        try {
            Path file = Files.createTempFile("compose", ".env");
            Files.write(file, environment);
            String compose = ExternalTool.COMPOSE.require().toString();
            ProgramRun run = ProgramRun.of(
                    FILE.getParent() == null ? FILE : FILE.getParent(),
                    List.of(
                            compose,
                            "--env-file",
                            file.toString(),
                            "-f",
                            FILE.toString(),
                            "config",
                            "--format",
                            "json"));
            Files.delete(file);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
