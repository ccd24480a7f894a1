package dev.ticketwire.gateway.console;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console's files by name, such as {@code page/keys.js}: our own, and those of libraries below {@code library/},
 * which have no version in their names. Blocks when a file is asked for the first time.
 */
final class ConsoleFiles {
    /** No dot but the last one, so that no name leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z-]+/)*[a-z-]+\\.(?:html|css|js|svg)");

    private static final Map<String, LibraryFile> LIBRARIES = Map.of(
            "library/preact.js", new LibraryFile("org.webjars.npm", "preact", "dist/preact.min.umd.js"),
            "library/preact-hooks.js", new LibraryFile("org.webjars.npm", "preact", "hooks/dist/hooks.umd.js"),
            "library/uplot.js", new LibraryFile("org.webjars.npm", "uplot", "dist/uPlot.iife.min.js"),
            "library/uplot.css", new LibraryFile("org.webjars.npm", "uplot", "dist/uPlot.min.css"),
            "library/bootstrap.css", new LibraryFile("org.webjars", "bootstrap", "css/bootstrap.min.css"));

    private final Map<String, ConsoleFile> known = new ConcurrentHashMap<>();

    /** A file of a webjar; its version is that of the class path. */
    private record LibraryFile(String group, String name, String path) {
        byte[] read() throws IOException {
            Properties about = new Properties();
            try (InputStream in = open("/META-INF/maven/" + group + '/' + name + "/pom.properties")) {
                about.load(in);
            }
            try (InputStream in =
                    open("/META-INF/resources/webjars/" + name + '/' + about.getProperty("version") + '/' + path)) {
                return in.readAllBytes();
            }
        }
    }

    /** @return empty if there is no such file */
    Optional<ConsoleFile> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.computeIfAbsent(name, ConsoleFiles::read));
    }

    private static @Nullable ConsoleFile read(String name) {
        LibraryFile library = LIBRARIES.get(name);
        try {
            return ConsoleFile.of(name, library == null ? own(name) : library.read());
        } catch (FileNotFoundException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] own(String name) throws IOException {
        try (InputStream in = open("/console/" + name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String path) throws FileNotFoundException {
        InputStream in = ConsoleFiles.class.getResourceAsStream(path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }
}
