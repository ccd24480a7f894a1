package dev.ticketwire.k8s.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of this repository. */
public final class Repository {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    /** @param relative path below the root of the repository */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** @return the text of a file */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the files below {@code folder} that {@code wanted} accepts, sorted; none if there is no such folder */
    public static List<Path> files(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
