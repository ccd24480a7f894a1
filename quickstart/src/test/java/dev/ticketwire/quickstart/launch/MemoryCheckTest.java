package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCheckTest {
    @TempDir
    private Path folder;

    @Test
    void tooLittleIsSaidWithWhatThereIs() throws IOException {
        Path information = Files.writeString(
                folder.resolve("meminfo"), "MemTotal:        2048000 kB\nMemAvailable:     921600 kB\n");

        assertThatThrownBy(() -> MemoryCheck.check(information))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("900 MiB are free");
    }

    @Test
    void enoughOrUnknownIsFine() throws IOException {
        Path information = Files.writeString(folder.resolve("meminfo"), "MemFree: 1 kB\nMemAvailable:   4194304 kB\n");

        assertThatCode(() -> MemoryCheck.check(information)).doesNotThrowAnyException();
        assertThatCode(() -> MemoryCheck.check(folder.resolve("none"))).doesNotThrowAnyException();
    }
}
