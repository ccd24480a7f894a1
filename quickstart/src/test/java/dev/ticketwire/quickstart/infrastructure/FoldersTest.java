package dev.ticketwire.quickstart.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path folder;

    @Test
    void theTailOfALogIsItsLastLines() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");

        assertThat(Folders.tail(log, 2)).isEqualTo("two\nthree");
        assertThat(Folders.tail(log, 9)).isEqualTo("one\ntwo\nthree");
        assertThat(Folders.tail(folder.resolve("none.log"), 2)).isEmpty();
    }

    @Test
    void onlyTheEndOfALongLogIsRead() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "x".repeat(1_000_000) + "\nlast\n");

        assertThat(Folders.tail(log, 25)).endsWith("\nlast").hasSizeLessThan(70_000);
    }

    @Test
    void aLongLogIsPutAsideAndAShortOneIsNot() throws IOException {
        Path log = Files.write(folder.resolve("a.log"), new byte[33 * 1024 * 1024]);

        Folders.roll(log);

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("a.log.1")).hasSize(33 * 1024 * 1024);
        Files.writeString(log, "short");

        Folders.roll(log);

        assertThat(log).hasContent("short");
    }
}
