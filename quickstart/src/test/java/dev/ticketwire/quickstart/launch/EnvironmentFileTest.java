package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {
    @TempDir
    private Path folder;

    @Test
    void aShellReadsBackWhatWasWrittenAndRunsNothingOfIt() throws Exception {
        String value = "it's $HOME `id` $(id) \"x\" \\ ;";
        Path file = Files.writeString(folder.resolve("env"), EnvironmentFile.text(Map.of("DB_NAME", value)));

        Process shell =
                new ProcessBuilder("sh", "-c", ". \"$1\"; printf %s \"$DB_NAME\"", "sh", file.toString()).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }
}
