package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** {@code ./ticketwire down}. */
final class Down {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Down() {}

    /** Returns when nothing of ours runs any more. */
    static void run(Home home) throws IOException {
        Console console = new Console(home.log("launcher"));
        boolean ran = Child.stopOrphan(OneRun.pidFile(home), home.mark(), LIMIT);
        Orphans.stop(home, console);
        Files.deleteIfExists(home.environment());
        console.say(ran ? "Ticketwire is down." : "Ticketwire was not running.");
    }
}
