package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Programs for Node.js in {@code src/client}, with packages of npm. */
final class NodePrograms {
    private NodePrograms() {}

    /**
     * Without Node.js and npm, the test is left out with one line that says so; where {@code CI=true}, that fails.
     *
     * @param what does not run then
     */
    static void assume(String what) {
        List<String> missing = Stream.of("node", "npm")
                .filter(program -> Stream.of(System.getenv("PATH").split(":"))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String reason = what + " did not run: " + String.join(" and ", missing) + " not found";
        assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
        System.out.println(reason);
        abort(reason);
    }

    /** Copies a program, and fetches its packages as the lock file has them. */
    static void install(Path from, Path to) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        ExternalProgram.run(to, "npm", "ci", "--prefer-offline");
    }
}
