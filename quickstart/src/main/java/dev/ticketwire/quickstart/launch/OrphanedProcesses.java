package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Finds and ends processes whose launcher was killed. */
final class OrphanedProcesses {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static final List<String> SERVICES =
            Stream.of(Service.values()).map(Service::label).toList();
    private static final List<String> INFRASTRUCTURE = List.of(EmbeddedBroker.LABEL, EmbeddedHelpDesk.LABEL);

    private OrphanedProcesses() {}

    /** Ends them: the services first, then broker and database. */
    static void stop(SuiteHome home, LauncherConsole console) {
        stop(SERVICES, home, console);
        stop(INFRASTRUCTURE, home, console);
    }

    private static void stop(List<String> children, SuiteHome home, LauncherConsole console) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            children.forEach(child -> threads.execute(() -> stop(child, home, console)));
        }
    }

    private static void stop(String child, SuiteHome home, LauncherConsole console) {
        if (ChildProcess.stopOrphan(home.pidFile(child), home.mark(), LIMIT)) {
            console.say("Stopped " + child + ", which an earlier run had left behind.");
        }
    }

    /** Names of all processes that the launcher starts. */
    static List<String> children() {
        return Stream.concat(SERVICES.stream(), INFRASTRUCTURE.stream()).toList();
    }
}
