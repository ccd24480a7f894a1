package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the launcher tells: on the terminal, and with the time in its log. */
public final class Console {
    private final Path log;

    public Console(Path log) {
        Folders.made(log.resolveSibling(""));
        this.log = log;
    }

    public synchronized void say(String line) {
        System.out.println(line);
        try {
            Files.writeString(
                    log,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }
}
