package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code ./ticketwire status}: a line per process; with {@code --database} there is none for MariaDB. */
@Command(name = "status", description = "Print the state of each process; exit status 0 only when all are ready.")
final class StatusCommand implements Callable<Integer> {
    private final SuiteHome home = SuiteHome.ofThisRun();

    @Override
    public Integer call() {
        if (ChildProcess.running(LauncherLock.pidFile(home), home.mark()).isEmpty()) {
            System.out.println("Ticketwire is not running here: ./ticketwire up starts it.");
            return 1;
        }
        RememberedPorts ports = new RememberedPorts(home.ports());
        boolean ready = Files.exists(home.environment());
        for (String child : expected()) {
            ready &= printState(child, ports);
        }
        System.out.println(ready ? "All ready." : "Not ready yet, or not all of it.");
        return ready ? 0 : 1;
    }

    /** @return whether the process is ready */
    private boolean printState(String child, RememberedPorts ports) {
        Optional<ProcessHandle> process = ChildProcess.running(home.pidFile(child), home.mark());
        boolean ready = process.isPresent() && isReady(child, ports);
        String state = ready ? "ready" : process.isPresent() ? "not ready" : "down";
        System.out.printf(
                "%-10s %-10s port %-6d %s%n",
                child,
                state,
                ports.of(child),
                process.map(running -> "process " + running.pid()).orElse(""));
        return ready;
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
