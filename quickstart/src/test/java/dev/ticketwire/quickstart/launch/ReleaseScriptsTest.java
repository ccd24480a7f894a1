package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of a release: {@code build/changelog-section} and {@code build/version}. */
class ReleaseScriptsTest {
    private static final Path BUILD = Path.of("../build").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Ended(int status, String said) {}

    @Test
    void aSectionOfTheChangelogEndsAtTheNextVersion() throws Exception {
        String changelog = changelog();

        assertThat(run("changelog-section", "1.10.0", changelog)).isEqualTo(new Ended(0, "### Added\n- b\n"));
        assertThat(run("changelog-section", "1.1.0", changelog)).isEqualTo(new Ended(0, "- c\n"));
    }

    @Test
    void aVersionWithoutChangesIsNotReleased() throws Exception {
        for (String version : List.of("Unreleased", "1.1", "9.9.9")) {
            Ended ended = run("changelog-section", version, changelog());

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.said()).contains("no section '## " + version + "', or an empty one");
        }
    }

    @Test
    void everyFileNamesTheVersionOfTheSources() throws Exception {
        assumeThat(Path.of("/usr/bin/python3")).isExecutable();
        String version = run("version").said().strip();

        assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-.+)?");
        assertThat(run("version", "check", version)).isEqualTo(new Ended(0, ""));
        assertThat(run("version", "check", "v99.0.0").said()).contains("pom.xml\n", "Dockerfile\n", ".env.example\n");
    }

    private String changelog() throws IOException {
        Path file = folder.resolve("CHANGELOG.md");
        Files.writeString(file, """
                # Changelog
                ## Unreleased

                ## 1.10.0 - 2026-12-01

                ### Added
                - b

                ## [1.1.0] - 2026-11-01
                - c

                [1.1.0]: https://example.com/
                """);
        return file.toString();
    }

    private static Ended run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(BUILD.resolve(script).toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
