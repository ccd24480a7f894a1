package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./ticketwire down}: returns when all processes of the suite have ended. */
@Command(name = "down", description = "Stop everything.")
final class DownCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public Integer call() throws IOException {
        SuiteHome home = SuiteHome.ofThisRun();
        LauncherConsole console = new LauncherConsole(home.log("launcher"));
        boolean ran = ChildProcess.stopOrphan(LauncherLock.pidFile(home), home.mark(), LIMIT);
        OrphanedProcesses.stop(home, console);
        Files.deleteIfExists(home.environment());
        console.say(ran ? "Ticketwire is down." : "Ticketwire was not running.");
        return 0;
    }
}
