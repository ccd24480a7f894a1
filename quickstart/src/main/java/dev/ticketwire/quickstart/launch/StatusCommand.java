package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./ticketwire status}. */
final class StatusCommand {
    private final SuiteHome home;

    StatusCommand(SuiteHome home) {
        this.home = home;
    }

    /** Prints a line per process; with {@code --database} there is none for MariaDB. @return whether all are ready */
    boolean print() {
        RememberedPorts ports = new RememberedPorts(home.ports());
        if (ChildProcess.running(LauncherLock.pidFile(home), home.mark()).isEmpty()) {
            System.out.println("Ticketwire is not running here: ./ticketwire up starts it.");
            return false;
        }
        boolean ready = true;
        for (String child : expected()) {
            Optional<ProcessHandle> process = ChildProcess.running(home.pidFile(child), home.mark());
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
        return OrphanedProcesses.children().stream()
                .filter(child -> !child.equals(EmbeddedHelpDesk.LABEL) || usesEmbeddedStore())
                .toList();
    }

    private boolean usesEmbeddedStore() {
        return Files.exists(home.pidFile(EmbeddedHelpDesk.LABEL));
    }

    private boolean isReady(String child, RememberedPorts ports) {
        return Stream.of(Service.values())
                .filter(service -> service.label().equals(child))
                .findFirst()
                .map(service -> HealthCheck.isReady(ServicePorts.management(ports, service)))
                .orElseGet(() -> HealthCheck.listens(ports.of(child)));
    }
}
