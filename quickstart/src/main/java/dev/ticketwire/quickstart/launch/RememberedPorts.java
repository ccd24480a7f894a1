package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Folders;
import dev.ticketwire.quickstart.infrastructure.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The ports behind the gateway: free ports, reused at the next start unless they are taken. A tool that is connected to
 * the database therefore finds it again.
 */
final class RememberedPorts {
    private final Path file;
    private final TreeMap<String, Integer> known = new TreeMap<>();

    RememberedPorts(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            properties.forEach((name, port) -> known.put(name.toString(), Integer.parseInt(port.toString())));
        }
    }

    /** Sets a port that the user has chosen. */
    RememberedPorts with(String name, int port) {
        known.put(name, port);
        return this;
    }

    /** Assigns a free port to each of {@code names}, and stores them. */
    RememberedPorts choose(Iterable<String> names) {
        choose(names, Ports::isFree);
        Folders.write(
                file,
                known.entrySet().stream()
                        .map(port -> port.getKey() + "=" + port.getValue() + "\n")
                        .collect(Collectors.joining()));
        return this;
    }

    private void choose(Iterable<String> names, IntPredicate free) {
        for (String name : names) {
            Integer port = known.get(name);
            if (port == null || !free.test(port)) {
                known.put(name, unused());
            }
        }
    }

    private int unused() {
        int port = Ports.free();
        return known.containsValue(port) ? unused() : port;
    }

    /** @throws UserError if the suite has never run here */
    int of(String name) {
        Integer port = known.get(name);
        if (port == null) {
            throw new UserError("Ticketwire has not run here yet: ./ticketwire up starts it.");
        }
        return port;
    }
}
