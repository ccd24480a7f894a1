package dev.ticketwire.quickstart.mail;

import dev.ticketwire.quickstart.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of caught mails: {@code 1.eml}, {@code 2.eml} and so on, of which the newest are kept. Thread-safe. */
public final class CaughtMails {
    private static final int KEPT = 1000;
    private static final String ENDING = ".eml";

    private final Path folder;
    private long last;

    /** @param folder need not exist */
    public CaughtMails(Path folder) {
        this.folder = folder;
        this.last = numbers().stream().reduce(0L, Math::max);
    }

    /** Stores a mail; one that is half written is never seen. */
    synchronized void keep(byte[] mail) throws IOException {
        Path written = Folders.create(folder).resolve(".new");
        Files.write(written, mail);
        Files.move(written, file(++last), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(file(last - KEPT));
    }

    /** Numbers of those that are kept, oldest first. */
    public List<Long> numbers() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\" + ENDING))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - ENDING.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    public Path file(long number) {
        return folder.resolve(number + ENDING);
    }
}
