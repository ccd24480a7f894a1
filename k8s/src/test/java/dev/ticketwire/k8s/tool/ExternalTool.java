package dev.ticketwire.k8s.tool;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A program that tests run if it is there: on the {@code PATH} or unpacked under {@code .ticketwire/tools}. Without it
 * one line says what did not run; with {@code CI=true} that fails.
 */
public enum ExternalTool {
    KUSTOMIZE("kustomize", "build/fetch-tools .ticketwire/tools kustomize"),
    PROMTOOL("promtool", "build/fetch-tools .ticketwire/tools promtool"),
    COMPOSE("docker-compose", "build/fetch-tools .ticketwire/tools docker-compose"),
    NODE("node", "install Node.js 20 or newer"),
    NPM("npm", "install Node.js 20 or newer with npm");

    private static final Path UNPACKED = Repository.path(".ticketwire/tools/root/usr");
    private static final List<String> FOLDERS = List.of("bin", "sbin", "libexec/docker/cli-plugins");
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final String program;
    private final String remedy;

    ExternalTool(String program, String remedy) {
        this.program = program;
        this.remedy = remedy;
    }

    /** @return the program's file; ends the test as skipped, or as failed in CI, if there is none */
    public Path require() {
        return find().orElseGet(() -> {
            missing();
            throw new AssertionError("not reached");
        });
    }

    private void missing() {
        String reason = "the tests with %s did not run: %s".formatted(program, remedy);
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        if (SAID.add(program)) {
            System.out.println(reason);
        }
        abort(reason);
    }

    private Optional<Path> find() {
        Stream<Path> path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        Stream<Path> unpacked = FOLDERS.stream().map(UNPACKED::resolve);
        return Stream.concat(path, unpacked)
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
