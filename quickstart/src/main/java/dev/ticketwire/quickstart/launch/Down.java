package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Child;
import java.time.Duration;

/** {@code ./ticketwire down}. */
final class Down {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Down() {}

    /** Returns when nothing of ours runs any more. */
    static void run(Home home) {
        Console console = new Console(home.log("launcher"));
        boolean ran = Child.stopOrphan(OneRun.pidFile(home), home.mark(), LIMIT);
        Orphans.stop(home, console);
        console.say(ran ? "Ticketwire is down." : "Ticketwire was not running.");
    }
}
