package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Child;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./ticketwire status}. */
final class Status {
    private final Home home;

    Status(Home home) {
        this.home = home;
    }

    /** Prints a line per process; with {@code --database} there is none for MariaDB. @return whether all are ready */
    boolean print() {
        RememberedPorts ports = new RememberedPorts(home.ports());
        if (Child.running(OneRun.pidFile(home), home.mark()).isEmpty()) {
            System.out.println("Ticketwire is not running here: ./ticketwire up starts it.");
            return false;
        }
        boolean ready = true;
        for (String child : expected()) {
            Optional<ProcessHandle> process = Child.running(home.pidFile(child), home.mark());
            boolean good = process.isPresent() && isReady(child, ports);
            String state = good ? "ready" : process.isPresent() ? "not ready" : "down";
            System.out.printf(
                    "%-10s %-10s port %-6d %s%n",
                    child,
                    state,
                    ports.of(child),
                    process.map(running -> "process " + running.pid()).orElse(""));
            ready &= good;
        }
        boolean complete = Files.exists(home.environment());
        System.out.println(ready && complete ? "All ready." : "Not ready yet, or not all of it.");
        return ready && complete;
    }

    private List<String> expected() {
        return Orphans.children().stream()
                .filter(child -> !child.equals(EmbeddedStore.LABEL) || usesEmbeddedStore())
                .toList();
    }

    private boolean usesEmbeddedStore() {
        return Files.exists(home.pidFile(EmbeddedStore.LABEL));
    }

    private boolean isReady(String child, RememberedPorts ports) {
        return Stream.of(Service.values())
                .filter(service -> service.label().equals(child))
                .findFirst()
                .map(service -> Health.isReady(Addresses.management(ports, service)))
                .orElseGet(() -> Health.listens(ports.of(child)));
    }
}
