package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** {@code ./ticketwire down}. */
final class DownCommand {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private DownCommand() {}

    /** Returns when nothing of ours runs any more. */
    static void run(SuiteHome home) throws IOException {
        Console console = new Console(home.log("launcher"));
        boolean ran = ChildProcess.stopOrphan(LauncherLock.pidFile(home), home.mark(), LIMIT);
        OrphanedProcesses.stop(home, console);
        Files.deleteIfExists(home.environment());
        console.say(ran ? "Ticketwire is down." : "Ticketwire was not running.");
    }
}
